import type { OpenAPI } from '@orpc/openapi';
import { z } from 'zod';

/** What oRPC generates for one status: a choice of the errors that the contract names, and any other. */
const NamedErrors = z.object({
  oneOf: z.array(
    z.object({
      properties: z.object({
        code: z.object({ const: z.string().optional() }),
        message: z.object({ default: z.string().optional() }),
      }),
    }),
  ),
});

const successes: Record<string, string> = {
  '200': 'Done.',
  '201': 'Made.',
  '204': 'Done; there is nothing to say.',
};

/** The responses of an operation, errors by their names and words in place of a schema for each. */
export function describeResponses(responses: OpenAPI.ResponsesObject): OpenAPI.ResponsesObject {
  const described: OpenAPI.ResponsesObject = {};
  for (const [status, response] of Object.entries(responses)) {
    if (response === undefined || '$ref' in response) continue;
    described[status] =
      Number(status) < 400
        ? { ...response, description: successes[status] ?? 'Done.' }
        : describeFailure(response);
  }
  return described;
}

function describeFailure(response: OpenAPI.ResponseObject): OpenAPI.ResponseObject {
  const schema = NamedErrors.parse(response.content?.['application/json']?.schema);
  const errors = schema.oneOf.flatMap(({ properties: { code, message } }) =>
    code.const === undefined ? [] : [[code.const, message.default] as const],
  );
  return {
    description: errors
      .map(([code, message]) => (message ? `\`${code}\`: ${message}` : `\`${code}\``))
      .join('\n\n'),
  };
}
