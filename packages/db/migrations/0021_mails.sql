CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"link" integer NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"claimed_until" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"refusal" integer,
	CONSTRAINT "mails_one_of_each" UNIQUE("attempt_id","kind","link")
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "remind_days" integer;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mails_state_created_at_index" ON "mails" USING btree ("state","created_at");