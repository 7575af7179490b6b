-- A process of the version before drops what is about no attempt, as it drops mails that nobody needs any more.
-- squawk-ignore ban-drop-not-null
ALTER TABLE "mails" ALTER COLUMN "attempt_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "webhook_id" uuid;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "member_id" text;--> statement-breakpoint
-- All rows that are there have neither, so that there is nothing to validate.
ALTER TABLE "mails" ADD CONSTRAINT "mails_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_member_id_users_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_about_one_thing" CHECK (("mails"."attempt_id" is not null) <> ("mails"."webhook_id" is not null and "mails"."member_id" is not null)) NOT VALID;
