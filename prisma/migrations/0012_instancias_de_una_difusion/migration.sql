-- Found without it by reading those of every institution, on the start page of each.
CREATE INDEX "difusion_instancia_difusion_id_idx" ON "difusion_instancia"("difusion_id");
