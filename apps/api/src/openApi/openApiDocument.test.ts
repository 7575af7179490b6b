import { beforeAll, describe, expect, it } from '@jest/globals';
import { TokenScope } from '@assay/contracts/http';
import { z } from 'zod';
import { listContractRoutes } from '#http/contractRoutes.ts';
import { isStaffRoute, policies, tokenPolicies } from '#http/policies.ts';
import { makeOpenApiDocument } from './openApiDocument.ts';
import { tags } from './tags.ts';

const Operation = z.object({
  operationId: z.string(),
  summary: z.string().min(5),
  description: z.string().min(10),
  tags: z.tuple([z.enum(tags.map(({ name }) => name))]),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  responses: z.record(z.string(), z.object({ description: z.string().min(4).optional() })),
});
const Document = z.object({
  openapi: z.string().startsWith('3.1'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.record(z.string(), z.unknown()),
    responses: z.record(z.string(), z.unknown()),
    securitySchemes: z.record(z.string(), z.object({ description: z.string() })),
  }),
});

let document: z.infer<typeof Document>;
let text: string;
beforeAll(async () => {
  text = JSON.stringify(await makeOpenApiDocument('https://assay.test'));
  document = Document.parse(JSON.parse(text));
});

describe('the OpenAPI document', () => {
  it('describes every route, with who may call it as the policy table says', () => {
    const operations = new Map(
      Object.values(document.paths).flatMap((item) =>
        Object.values(item).map((operation) => [operation.operationId, operation] as const),
      ),
    );
    const routes = listContractRoutes();
    expect([...operations.keys()].sort()).toEqual(routes.map(({ name }) => name).sort());
    for (const { name } of routes) {
      const { security = [], description = '', responses = {} } = operations.get(name) ?? {};
      const schemes = security.flatMap((scheme) => Object.keys(scheme));
      if (isStaffRoute(name)) {
        const policy = tokenPolicies[name];
        expect([name, schemes]).toEqual([
          name,
          policy === 'never' ? ['session'] : ['token', 'session'],
        ]);
        if (policy !== 'never' && policy !== 'any') {
          expect(security[0]).toEqual({ token: [policy] });
          expect(description).toContain(`\`${policy}\``);
        }
        for (const role of policies[name]) expect(description).toContain(`${role}s`);
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '429']));
      } else {
        expect(schemes).toEqual(policies[name] === 'anyone' ? [] : [policies[name]]);
      }
    }
  });

  it('points at nothing that it does not have', () => {
    const targets = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
    expect(targets.length).toBeGreaterThan(100);
    const parts: Record<string, Record<string, unknown>> = document.components;
    const missing = targets.filter(([, part = '', name = '']) => !(name in (parts[part] ?? {})));
    expect(missing.map(([target]) => target)).toEqual([]);
  });

  it('says what each scope is for', () => {
    for (const scope of TokenScope.options)
      expect(document.components.securitySchemes['token']?.description).toContain(`\`${scope}\``);
  });
});
