import {answerHere, type MaskFileReply, type MaskFileRequest} from './mask-files.js';

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<MaskFileRequest>) => void) | null;
  postMessage(reply: MaskFileReply): void;
};

scope.onmessage = ({data}) => {
  void answerHere(data).then((reply) => scope.postMessage(reply));
};
