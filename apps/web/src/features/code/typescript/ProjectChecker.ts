import type { editor, IDisposable } from 'monaco-editor/editor/editor.api.js';
import { getTypeScriptWorker } from 'monaco-editor/languages/features/typescript/register.js';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { FileModels } from '#features/code/FileModels.ts';

/** How long one has to stop typing before types are looked at, ms. */
const pauseMs = 300;
/** When the worker is not there yet, ms. */
const retryMs = 250;

const owner = 'types';

/**
 * Marks what is wrong with the types of a workspace, in every file: a change in one may break another.
 * All of it is worked out in a worker. Whoever makes one disposes of it.
 */
export class ProjectChecker {
  readonly #monaco: MonacoApi;
  readonly #models: FileModels;
  readonly #subscriptions = new Map<editor.ITextModel, IDisposable>();
  readonly #end: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  constructor(monaco: MonacoApi, models: FileModels) {
    this.#monaco = monaco;
    this.#models = models;
    this.#end = models.subscribe(() => this.#follow());
    this.#follow();
  }

  dispose(): void {
    this.#round += 1;
    clearTimeout(this.#timer);
    this.#end();
    for (const subscription of this.#subscriptions.values()) subscription.dispose();
  }

  #follow(): void {
    const models = new Set(this.#models.all().map(({ model }) => model));
    for (const [model, subscription] of this.#subscriptions) {
      if (models.has(model)) continue;
      subscription.dispose();
      this.#subscriptions.delete(model);
    }
    for (const model of models) {
      if (this.#subscriptions.has(model)) continue;
      this.#subscriptions.set(
        model,
        model.onDidChangeContent(() => this.#checkSoon(pauseMs)),
      );
    }
    this.#checkSoon(0);
  }

  #checkSoon(ms: number): void {
    this.#round += 1;
    const round = this.#round;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#check(round).catch(() => {
        // The worker starts with the first TypeScript file, some moments after us.
        if (round === this.#round) this.#checkSoon(retryMs);
      });
    }, ms);
  }

  async #check(round: number): Promise<void> {
    const models = this.#models.all().map(({ model }) => model);
    const typed = models.filter((model) => model.getLanguageId() === 'typescript');
    if (typed.length === 0) return;
    const connect = await getTypeScriptWorker();
    const worker = await connect(...models.map(({ uri }) => uri));
    // One after the other, so that what somebody asks for meanwhile need not wait for all of them.
    for (const model of typed) {
      const found = await worker.getSemanticDiagnostics(model.uri.toString());
      if (round !== this.#round || model.isDisposed()) return;
      const markers = found.map((diagnostic) => this.#markerOf(diagnostic, model));
      this.#monaco.editor.setModelMarkers(model, owner, markers);
    }
  }

  #markerOf(
    { start = 0, length = 0, messageText, code, category }: Diagnostic,
    model: editor.ITextModel,
  ): editor.IMarkerData {
    const from = model.getPositionAt(start);
    const to = model.getPositionAt(start + length);
    const { MarkerSeverity } = this.#monaco;
    return {
      severity: category === 1 ? MarkerSeverity.Error : MarkerSeverity.Warning,
      code: String(code),
      message: inOneText(messageText),
      startLineNumber: from.lineNumber,
      startColumn: from.column,
      endLineNumber: to.lineNumber,
      endColumn: to.column,
    };
  }
}

type Worker = Awaited<ReturnType<Awaited<ReturnType<typeof getTypeScriptWorker>>>>;
type Diagnostic = Awaited<ReturnType<Worker['getSemanticDiagnostics']>>[number];

/** A chain of reasons, each indented below what it explains. */
function inOneText(message: Diagnostic['messageText'], depth = 0): string {
  if (typeof message === 'string') return message;
  const reasons = (message.next ?? []).map((reason) => inOneText(reason, depth + 1));
  return [`${'  '.repeat(depth)}${message.messageText}`, ...reasons].join('\n');
}
