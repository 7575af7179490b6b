ALTER TABLE "invitations" ADD COLUMN "link" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "invitations" ADD COLUMN "source" text;