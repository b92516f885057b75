export default function Portada() {
  return <h1 className="text-3xl font-bold">CSEU</h1>;
}
