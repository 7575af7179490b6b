import { Anchor, useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import 'swagger-ui-dist/swagger-ui.css';
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import { BrandMark } from '#app/BrandMark.tsx';
import { Loading } from '#app/Loading.tsx';
import { SchemeSwitch } from '#app/SchemeSwitch.tsx';
import './apiDocs.css';
import classes from './ApiDocsPage.module.css';

/** The reference of the public API, drawn from the document that programs read. */
export function ApiDocsPage() {
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  const scheme = useComputedColorScheme('light');

  useEffect(() => {
    document.title = 'API reference · Assay';
    if (place.current === null) return;
    SwaggerUI({
      domNode: place.current,
      url: '/api/openapi.json',
      deepLinking: true,
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      defaultModelRendering: 'model',
      filter: true,
      operationsSorter: 'alpha',
      validatorUrl: null,
      onComplete: () => setDrawn(true),
    });
  }, []);

  useEffect(() => {
    const { classList } = document.documentElement;
    classList.toggle('dark-mode', scheme === 'dark');
    return () => classList.remove('dark-mode');
  }, [scheme]);

  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <BrandMark />
        <span className={classes.title}>API reference</span>
        <Anchor href="/api/openapi.json" size="sm">
          OpenAPI document
        </Anchor>
        <SchemeSwitch />
      </header>
      <main className={classes.main} aria-busy={!drawn}>
        {drawn ? null : <Loading label="Drawing the reference" />}
        <div ref={place} className="apiDocs" />
      </main>
    </div>
  );
}
