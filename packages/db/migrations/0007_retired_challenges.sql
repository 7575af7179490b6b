ALTER TABLE "challenges" ALTER COLUMN "current_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "challenges" ADD COLUMN "retired_at" timestamp (3) with time zone;