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

const Field = z.looseObject({
  type: z.unknown().optional(),
  format: z.string().optional(),
  anyOf: z.array(z.looseObject({ type: z.unknown().optional() })).optional(),
});
const Fields = z.record(z.string(), Field);
const Parameter = z.object({ name: z.string(), schema: Field });

/** Lists figures, and texts with a format, that say nothing of what they are. */
function listBare(place: string, value: unknown, bare: string[]): void {
  if (Array.isArray(value)) {
    for (const one of value) {
      const parameter = Parameter.safeParse(one);
      if (parameter.success && isBare(parameter.data.schema))
        bare.push(`${place}(${parameter.data.name})`);
      listBare(place, one, bare);
    }
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'properties') {
      for (const [name, field] of Object.entries(Fields.parse(inner))) {
        if (isBare(field)) bare.push(`${place}.${name}`);
        listBare(`${place}.${name}`, field, bare);
      }
    } else if (key !== 'examples' && key !== 'default') listBare(place, inner, bare);
  }
}

function isBare({ type, format, anyOf = [], ...rest }: z.infer<typeof Field>): boolean {
  if ('description' in rest || 'const' in rest) return false;
  const types = [type, ...anyOf.map((one) => one.type)];
  return format !== undefined || types.includes('integer') || types.includes('number');
}

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

  it('says of every figure its unit and of every text its format, where it is named or where it stands', () => {
    const bare: string[] = [];
    for (const [name, schema] of Object.entries(document.components.schemas))
      listBare(name, schema, bare);
    for (const operations of Object.values(document.paths))
      for (const operation of Object.values(operations))
        listBare(operation.operationId, operation, bare);
    // Describe it in the contract; or in `fieldDescriptions`, if fields of this name mean the same everywhere.
    expect(bare).toEqual([]);
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
