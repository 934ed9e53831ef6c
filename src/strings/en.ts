/** Every word a person reads, in English. One group per room or element that says them. */
export const en = {
  direction: 'ltr' as 'ltr' | 'rtl',
};
