/** Every word a person reads, in English. Groups follow the rooms and elements that say them. */
export const en = {
  direction: 'ltr' as 'ltr' | 'rtl',
};
