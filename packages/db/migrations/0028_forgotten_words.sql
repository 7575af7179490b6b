-- The log of actions keeps nothing of an erased candidate: what led to their code or named their files goes from old entries.
UPDATE "audit_events" SET "detail" = ("detail"::jsonb - 'hallmark')::json WHERE "action" IN ('submission.judged', 'submission.rejudged');--> statement-breakpoint
UPDATE "audit_events" SET "detail" = '{}' WHERE "action" IN ('live.locked', 'live.unlocked', 'live.files_added');--> statement-breakpoint
ALTER TABLE "audit_events" ADD COLUMN "token_id" uuid;--> statement-breakpoint
-- For its planner PostgreSQL keeps samples of columns, which outlive their rows. None of what candidates, or others about them, wrote.
ALTER TABLE "attempt_events" ALTER COLUMN "path" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "candidate_holds" ALTER COLUMN "reason" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "candidates" ALTER COLUMN "email" SET STATISTICS 0, ALTER COLUMN "name" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "reason" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "document_snapshots" ALTER COLUMN "state" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "document_updates" ALTER COLUMN "bytes" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "feedback" ALTER COLUMN "message" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "feedback_comments" ALTER COLUMN "text" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "invitations" ALTER COLUMN "external_id" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "live_events" ALTER COLUMN "detail" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "live_messages" ALTER COLUMN "text" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "live_participants" ALTER COLUMN "name" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "live_runs" ALTER COLUMN "exploration" SET STATISTICS 0, ALTER COLUMN "files" SET STATISTICS 0, ALTER COLUMN "steps" SET STATISTICS 0, ALTER COLUMN "verdict" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "live_scorecard_scores" ALTER COLUMN "note" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "live_scorecards" ALTER COLUMN "summary" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "live_sessions" ALTER COLUMN "locked" SET STATISTICS 0, ALTER COLUMN "meeting_url" SET STATISTICS 0, ALTER COLUMN "plan" SET STATISTICS 0, ALTER COLUMN "prepared" SET STATISTICS 0, ALTER COLUMN "title" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "text" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "rejudgements" ALTER COLUMN "verdict" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "review_comments" ALTER COLUMN "path" SET STATISTICS 0, ALTER COLUMN "text" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "review_scores" ALTER COLUMN "note" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "score_overrides" ALTER COLUMN "reason" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "submissions" ALTER COLUMN "files" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "time_credits" ALTER COLUMN "reason" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "verdicts" ALTER COLUMN "verdict" SET STATISTICS 0;--> statement-breakpoint
ALTER TABLE "webhook_tries" ALTER COLUMN "answer" SET STATISTICS 0;
