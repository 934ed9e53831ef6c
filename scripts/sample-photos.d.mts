import type {Plugin} from 'vite';

export declare const photoNames: readonly string[];
export declare function photoFile(name: string): string | undefined;
export declare function samplePhotos(): Plugin;
