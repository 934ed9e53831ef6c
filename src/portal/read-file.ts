/** The largest picture that is kept inside a job: with it the job is stored, handed on and opened. */
export const mostPictureBytes = 2 * 1024 * 1024;

/** A picture file as a `data:` address; nothing for a file that cannot be read. */
export function pictureAddress(file: File): Promise<string | undefined> {
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.addEventListener('loadend', () =>
      resolve(typeof reader.result === 'string' ? reader.result : undefined),
    );
    reader.readAsDataURL(file);
  });
}
