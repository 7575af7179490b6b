import { z } from 'zod';
import { isNetwork } from './AddressPolicy.ts';

/** What an operator may set about webhooks, as part of an environment. */
export const webhookEnvironment = {
  ASSAY_WEBHOOK_NETWORKS: z
    .string()
    .refine(
      (text) => split(text).every(isNetwork),
      'must be networks as 10.1.0.0/16, separated by spaces',
    )
    .optional()
    .describe(
      'networks that [webhooks](webhooks.md) may go to beside the public internet, separated by spaces',
    ),
};

export type WebhookSettings = {
  /** Networks beside the public internet that messages may go to. */
  networks?: string[];
  /** How long a receiver has for its whole answer, ms. */
  timeoutMs?: number;
};

export function readWebhookSettings(env: {
  ASSAY_WEBHOOK_NETWORKS?: string | undefined;
}): WebhookSettings {
  return { networks: split(env.ASSAY_WEBHOOK_NETWORKS ?? '') };
}

const split = (text: string): string[] => text.split(/[\s,]+/).filter((part) => part !== '');
