import type { Shape, TimelinePicture } from '@assay/contracts/report';
import classes from './BlockView.module.css';

/** The timeline of a report, as it is in the PDF. What it shows is said in words around it. */
export function TimelinePictureView({
  label,
  picture: { width, height, shapes },
}: {
  label: string;
  picture: TimelinePicture;
}) {
  return (
    <svg
      className={classes.timeline}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {shapes.map((shape, index) => (
        // Shapes never move.
        <ShapeView key={index} shape={shape} />
      ))}
    </svg>
  );
}

function ShapeView({ shape }: { shape: Shape }) {
  const { x, y, tone } = shape;
  switch (shape.kind) {
    case 'box':
      return <rect x={x} y={y} width={shape.width} height={shape.height} data-tone={tone} />;
    case 'dot':
      return <circle cx={x} cy={y} r={shape.radius} data-tone={tone} />;
    case 'text':
      return (
        <text x={x} y={y + shape.size * 0.9} fontSize={shape.size} data-tone={tone}>
          {shape.text}
        </text>
      );
  }
}
