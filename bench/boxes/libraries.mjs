import {versionOf} from '../peers.mjs';

/** What is measured, in the order of the table. `name` is the file of its adapter. */
export const libraries = [
  {name: 'ours', title: 'ours'},
  {name: 'blit', title: 'blit (limit)'},
  {name: 'raw', title: 'raw canvas'},
  {name: 'konva-tuned', title: 'konva tuned'},
  {name: 'konva', title: 'konva'},
  {name: 'fabric', title: 'fabric'},
  {name: 'annotorious', title: 'annotorious'},
];

/** Name → version of the libraries beside ours. */
export const peerVersions = () => ({
  konva: versionOf('konva'),
  fabric: versionOf('fabric'),
  annotorious: versionOf('@annotorious/annotorious'),
});
