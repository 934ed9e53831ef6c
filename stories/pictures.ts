/** Pictures for stories, drawn in code, so that a story needs no file and no network. */

type Draw = (context: CanvasRenderingContext2D, width: number, height: number) => void;

/** A picture of a size, as the bytes of a file. */
export function drawPicture(
  width: number,
  height: number,
  draw: Draw = landscape,
  type = 'image/jpeg',
): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d')!;
  draw(context, width, height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The canvas gave no picture.'))),
      type,
      0.92,
    ),
  );
}

/** The same as a URL, for attributes and for pictures in instructions. */
export async function pictureUrl(width: number, height: number, draw?: Draw): Promise<string> {
  return URL.createObjectURL(await drawPicture(width, height, draw));
}

function fill(context: CanvasRenderingContext2D, color: string | CanvasGradient, path: () => void): void {
  context.fillStyle = color;
  context.beginPath();
  path();
  context.fill();
}

/** Hills in the evening. */
export function landscape(context: CanvasRenderingContext2D, width: number, height: number): void {
  const sky = context.createLinearGradient(0, 0, 0, height * 0.7);
  sky.addColorStop(0, '#5b7db1');
  sky.addColorStop(0.6, '#f0b98d');
  sky.addColorStop(1, '#f7dcb4');
  fill(context, sky, () => context.rect(0, 0, width, height));
  const unit = Math.min(width, height);
  fill(context, '#fff3d6', () => context.arc(width * 0.68, height * 0.42, unit * 0.07, 0, Math.PI * 2));
  const ridges = ['#8a86a8', '#64658c', '#454a6d', '#2b3149'];
  ridges.forEach((color, i) => {
    fill(context, color, () => {
      context.moveTo(0, height);
      for (let x = 0; x <= width; x += Math.max(2, width / 200)) {
        const place = (x / width) * (5 - i) + i * 1.7;
        const wave = Math.sin(place * 2.1) * 0.05 + Math.sin(place * 5.3 + i) * 0.018;
        context.lineTo(x, height * (0.52 + i * 0.12 + wave));
      }
      context.lineTo(width, height);
    });
  });
}

/** A cat's face on a plain ground. */
export function cat(context: CanvasRenderingContext2D, width: number, height: number): void {
  fill(context, '#d8e2dc', () => context.rect(0, 0, width, height));
  const [x, y, unit] = [width / 2, height * 0.56, Math.min(width, height) / 3];
  for (const side of [-1, 1]) {
    fill(context, '#5c5470', () => {
      context.moveTo(x + side * unit * 0.95, y - unit * 1.25);
      context.lineTo(x + side * unit * 0.98, y - unit * 0.1);
      context.lineTo(x + side * unit * 0.15, y - unit * 0.8);
    });
  }
  fill(context, '#6b6283', () => context.ellipse(x, y, unit, unit * 0.88, 0, 0, Math.PI * 2));
  for (const side of [-1, 1]) {
    fill(context, '#f2d16b', () =>
      context.ellipse(x + side * unit * 0.4, y - unit * 0.12, unit * 0.2, unit * 0.24, 0, 0, Math.PI * 2),
    );
    fill(context, '#1f1b2e', () =>
      context.ellipse(x + side * unit * 0.4, y - unit * 0.12, unit * 0.07, unit * 0.2, 0, 0, Math.PI * 2),
    );
  }
  fill(context, '#e8a0a8', () => {
    context.moveTo(x - unit * 0.12, y + unit * 0.22);
    context.lineTo(x + unit * 0.12, y + unit * 0.22);
    context.lineTo(x, y + unit * 0.38);
  });
}

/** A shape on nothing. */
export function cutOut(context: CanvasRenderingContext2D, width: number, height: number): void {
  const unit = Math.min(width, height);
  fill(context, '#3a7d6b', () =>
    context.ellipse(width / 2, height / 2, unit * 0.4, unit * 0.22, -0.6, 0, Math.PI * 2),
  );
  context.strokeStyle = '#1d4d40';
  context.lineWidth = unit * 0.015;
  context.beginPath();
  context.moveTo(width / 2 - unit * 0.42, height / 2 + unit * 0.3);
  context.lineTo(width / 2 + unit * 0.28, height / 2 - unit * 0.2);
  context.stroke();
}
