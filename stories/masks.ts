import {drawPicture, landscape} from './pictures.js';

/** The size of the picture and of its masks. */
export const size = {width: 1600, height: 1067};

export const evening = {'source-ref': 's3://pictures/evening.jpg'};

/** The picture, whatever it is called; masks that are in their address stay where they are. */
export const resolveEvening = (ref: string): string | Promise<Blob> =>
  ref.startsWith('data:') ? ref : drawPicture(size.width, size.height, landscape);

/** An area of a mask: what is painted after another one lies over it. */
export interface Area {
  readonly color: string;
  readonly corners: readonly (readonly [x: number, y: number])[];
}

/** The text of a mask file with these areas on white. */
export function maskImage(areas: readonly Area[]): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, size.width, size.height);
  for (const {color, corners} of areas) {
    context.fillStyle = color;
    context.beginPath();
    for (const [x, y] of corners) context.lineTo(x, y);
    context.fill();
  }
  const url = canvas.toDataURL('image/png');
  return url.slice(url.indexOf(',') + 1);
}

const circle = (x: number, y: number, radius: number): Area['corners'] =>
  Array.from({length: 64}, (_, index) => {
    const angle = (index / 32) * Math.PI;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)] as const;
  });

/** Sky, hills and sun, as far as somebody got. */
export const eveningAreas: readonly Area[] = [
  {
    color: '#2ca02c',
    corners: [
      [0, 0],
      [1600, 0],
      [1600, 520],
      [1240, 610],
      [980, 560],
      [680, 480],
      [420, 590],
      [120, 610],
      [0, 555],
    ],
  },
  {
    color: '#1f77b4',
    corners: [
      [0, 870],
      [200, 868],
      [640, 830],
      [1000, 740],
      [1300, 790],
      [1600, 830],
      [1600, 1067],
      [0, 1067],
    ],
  },
  {color: '#ff7f0e', corners: circle(1088, 448, 76)},
];

/** Stripes, one for each colour. */
export function stripes(colors: readonly string[]): readonly Area[] {
  const width = size.width / colors.length;
  return colors.map((color, index) => ({
    color,
    corners: [
      [index * width, 120 + 30 * (index % 3)],
      [(index + 1) * width, 120 + 30 * ((index + 1) % 3)],
      [(index + 1) * width, 960],
      [index * width, 960],
    ],
  }));
}
