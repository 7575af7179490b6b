CREATE TABLE "rejudgements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"verdict" json,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "rejudgements" ADD CONSTRAINT "rejudgements_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rejudgements" ADD CONSTRAINT "rejudgements_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rejudgements_submission_id_requested_at_index" ON "rejudgements" USING btree ("submission_id","requested_at");--> statement-breakpoint
CREATE UNIQUE INDEX "rejudgements_one_unfinished" ON "rejudgements" USING btree ("submission_id") WHERE "rejudgements"."finished_at" is null;