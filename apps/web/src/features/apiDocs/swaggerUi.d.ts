declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  /** Draws the reference of an OpenAPI document into a node. */
  export default function SwaggerUI(options: {
    domNode: HTMLElement;
    url: string;
    deepLinking: boolean;
    docExpansion: 'list' | 'full' | 'none';
    defaultModelsExpandDepth: number;
    defaultModelRendering: 'example' | 'model';
    filter: boolean;
    operationsSorter: 'alpha';
    validatorUrl: null;
    /** Told once everything is drawn. */
    onComplete: () => void;
  }): unknown;
}
