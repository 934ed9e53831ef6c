/** What a browser tells of the storage of this site. */
export interface StorageFacts {
  /** The browser has promised not to clear it by itself. */
  readonly isPersistent: boolean;
  /** Bytes in use, all pages of this site together. */
  readonly used: number | undefined;
  /**
   * Bytes that are left, as far as the browser says. Chromium names ten gigabytes whatever there is, so that this can
   * only warn in time elsewhere.
   */
  readonly room: number | undefined;
}

/** Asks the browser, which may know nothing: on a page without encryption, or where storage is denied. */
export async function storageFacts(
  storage: StorageManager | undefined = globalThis.navigator?.storage,
): Promise<StorageFacts> {
  const [isPersistent, {usage, quota}] = await Promise.all([
    Promise.resolve(storage?.persisted?.()).catch(() => false),
    Promise.resolve(storage?.estimate?.() ?? {}).catch((): StorageEstimate => ({})),
  ]);
  const room = usage === undefined || quota === undefined ? undefined : Math.max(0, quota - usage);
  return {isPersistent: isPersistent === true, used: usage, room};
}

/** Safari forgets what a site has stored after seven days without a visit. */
export const isForgetful = (vendor: string = globalThis.navigator?.vendor ?? ''): boolean =>
  vendor.startsWith('Apple');
