CREATE TABLE "candidate_holds" (
	"candidate_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"held_by" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retention_nights" (
	"night" text PRIMARY KEY NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"erased" json DEFAULT '[]'::json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "candidate_holds" ADD CONSTRAINT "candidate_holds_candidate_id_candidates_id_fk" FOREIGN KEY ("candidate_id") REFERENCES "public"."candidates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidate_holds" ADD CONSTRAINT "candidate_holds_held_by_users_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_events_at_id_index" ON "audit_events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audit_events_actor_at_id_index" ON "audit_events" USING btree ("actor","at","id");--> statement-breakpoint
CREATE INDEX "audit_events_domain" ON "audit_events" USING btree (split_part("action", '.', 1),"at","id");--> statement-breakpoint
CREATE INDEX "audit_events_words" ON "audit_events" USING gin (to_tsvector('simple', translate("action" || ' ' || "subject" || ' ' || ("detail")::text, '._:-/@"{}[],', '            ')));