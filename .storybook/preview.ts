import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite';
import manifest from '../custom-elements.json';

setCustomElementsManifest(manifest);

/** Every story is drawn in the theme and direction chosen in the toolbar. */
const preview: Preview = {
  globalTypes: {
    theme: {
      toolbar: {title: 'Theme', items: ['light', 'dark'], dynamicTitle: true},
    },
    direction: {
      toolbar: {title: 'Direction', items: ['ltr', 'rtl'], dynamicTitle: true},
    },
  },
  initialGlobals: {theme: 'light', direction: 'ltr'},
  parameters: {
    layout: 'fullscreen',
    a11y: {test: 'error'},
    controls: {expanded: true},
  },
  decorators: [
    (story, {globals}) => {
      const dark = globals['theme'] === 'dark';
      document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
      document.documentElement.dir = String(globals['direction']);
      document.body.style.background = dark ? '#101113' : '#f5f6f8';
      return story();
    },
  ],
};

export default preview;
