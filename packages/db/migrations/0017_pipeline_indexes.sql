CREATE INDEX "attempts_state_created_at_id_index" ON "attempts" USING btree ("state","created_at","id");--> statement-breakpoint
CREATE INDEX "attempts_assessment_id_created_at_id_index" ON "attempts" USING btree ("assessment_id","created_at","id");--> statement-breakpoint
CREATE INDEX "attempts_created_at_id_index" ON "attempts" USING btree ("created_at","id");