ALTER TABLE "submissions" ADD COLUMN "idempotency_key" uuid;--> statement-breakpoint
-- No row has a key yet, so that it is built as fast as the table is read: a second for 100,000 submissions.
-- squawk-ignore require-concurrent-index-creation
CREATE UNIQUE INDEX "submissions_one_press" ON "submissions" USING btree ("attempt_id","idempotency_key") WHERE "submissions"."idempotency_key" is not null;