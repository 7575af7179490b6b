import type { editor } from 'monaco-editor/editor/editor.api.js';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import classes from './LineZones.module.css';

/** Something that stands between the lines of a text, below those that it is about. */
export type LineZone = {
  id: string;
  fromLine: number;
  toLine: number;
  content: ReactNode;
  /** Whether it is brought into view when it comes. */
  isWanted: boolean;
};

/** Shows zones in an editor for as long as `model` is in it. */
export function LineZones({
  instance,
  model,
  zones,
}: {
  instance: editor.ICodeEditor;
  model: editor.ITextModel;
  zones: readonly LineZone[];
}) {
  return zones.map(({ id, toLine, isWanted, content }) => (
    <Zone key={id} id={id} instance={instance} model={model} line={toLine} isWanted={isWanted}>
      {content}
    </Zone>
  ));
}

/** Before the editor has told where a zone is, and when it is far from what is seen. */
const outOfSight = -10_000;

/**
 * The editor makes the room (a view zone), and what is shown there lies over it (an overlay widget): what is in a view
 * zone itself gets neither clicks nor the focus.
 */
function Zone({
  id,
  instance,
  model,
  line,
  isWanted,
  children,
}: {
  id: string;
  instance: editor.ICodeEditor;
  model: editor.ITextModel;
  line: number;
  isWanted: boolean;
  children: ReactNode;
}) {
  const [node] = useState(() => {
    const created = document.createElement('div');
    created.className = classes.zone ?? '';
    // Keys that are typed here are not the editor's.
    created.addEventListener('keydown', (event) => event.stopPropagation());
    return created;
  });

  // Before effects of what is in it, which may want the focus.
  useLayoutEffect(() => {
    const widget: editor.IOverlayWidget = {
      getId: () => `zone-${id}`,
      getDomNode: () => node,
      getPosition: () => null,
    };
    instance.addOverlayWidget(widget);
    return () => instance.removeOverlayWidget(widget);
  }, [instance, id, node]);

  useEffect(() => {
    const zone: editor.IViewZone = {
      afterLineNumber: line,
      heightInPx: node.offsetHeight,
      domNode: document.createElement('div'),
      onDomNodeTop: (top) => putAt(node, top),
    };
    let zoneId: string | undefined;
    instance.changeViewZones((accessor) => {
      zoneId = accessor.addZone(zone);
    });
    const resize = () => {
      if (zoneId === undefined || node.hidden || node.offsetHeight === zone.heightInPx) return;
      zone.heightInPx = node.offsetHeight;
      const grown = zoneId;
      instance.changeViewZones((accessor) => accessor.layoutZone(grown));
    };
    const fit = () => {
      layOver(node, instance.getLayoutInfo());
      resize();
    };
    fit();
    const layouts = instance.onDidLayoutChange(fit);
    const observer = new ResizeObserver(resize);
    observer.observe(node);
    return () => {
      observer.disconnect();
      layouts.dispose();
      instance.changeViewZones((accessor) => {
        if (zoneId !== undefined) accessor.removeZone(zoneId);
      });
    };
  }, [instance, model, line, node]);

  useEffect(() => {
    if (!isWanted) return;
    const top = instance.getTopForLineNumber(line);
    const bottom = instance.getTopForLineNumber(line + 1) + node.offsetHeight;
    const { height } = instance.getLayoutInfo();
    const seen = instance.getScrollTop();
    if (bottom > seen + height) instance.setScrollTop(bottom - height);
    else if (top < seen) instance.setScrollTop(top);
  }, [instance, isWanted, line, node]);

  return createPortal(children, node);
}

function putAt(node: HTMLElement, top: number): void {
  node.style.top = `${top}px`;
  node.hidden = top < outOfSight;
}

/** Over the text, beside line numbers and scroll bar. */
function layOver(
  node: HTMLElement,
  { contentLeft, contentWidth, verticalScrollbarWidth }: editor.EditorLayoutInfo,
): void {
  node.style.left = `${contentLeft}px`;
  node.style.width = `${contentWidth - verticalScrollbarWidth}px`;
}
