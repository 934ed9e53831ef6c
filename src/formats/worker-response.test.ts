import {expect} from '@open-wc/testing';
import {
  portablePath,
  readWorkerResponse,
  workerResponsePath,
  writeWorkerResponse,
} from './worker-response.js';

const answer = {
  answerContent: {'crowd-image-classifier': {workerComment: 'dark', label: 'cat'}, a: [{z: 1, b: 2}]},
  acceptanceTime: '2024-05-02T10:10:15.191Z',
  submissionTime: '2024-05-02T10:10:58.321Z',
  timeSpentInSeconds: 38.21,
  workerId: 'a12b3c4d5e6f7081',
};

describe('worker responses', () => {
  it('are written with sorted keys inside the answer', () => {
    expect(writeWorkerResponse([answer])).to.equal(
      '{"answers":[{"answerContent":{"a":[{"b":2,"z":1}],"crowd-image-classifier":{"label":"cat","workerComment":"dark"}},"submissionTime":"2024-05-02T10:10:58.321Z","acceptanceTime":"2024-05-02T10:10:15.191Z","timeSpentInSeconds":38.21,"workerId":"a12b3c4d5e6f7081"}]}',
    );
  });

  it('are read back as they were written', () => {
    expect(readWorkerResponse(writeWorkerResponse([answer]))).to.deep.equal({ok: true, value: [answer]});
  });

  it('are read in old, wrapped and quoted forms; what cannot be read is reported', () => {
    const result = readWorkerResponse(
      JSON.stringify({
        answers: [
          {answerContent: {x: 1}, submissionTime: '2019-04-18T16:30:15Z', workerId: 'public.us-east-1.K64'},
          {answerContent: [{x: 2}], submissionTime: '', workerId: ''},
          {answerContent: '{"x":3}', submissionTime: '', workerId: ''},
          {workerId: 'w'},
          null,
        ],
      }),
    );
    if (!result.ok) throw new Error('expected answers');
    expect(result.value.map(({answerContent}) => answerContent)).to.deep.equal([{x: 1}, {x: 2}, {x: 3}]);
    expect(result.warnings?.map(({at}) => at)).to.deep.equal(['answers[3]', 'answers[4]']);
    expect(readWorkerResponse('{').ok).to.equal(false);
    expect(readWorkerResponse('{}').ok).to.equal(false);
  });

  it('lie under the number of their item', () => {
    const path = workerResponsePath(17, Date.UTC(2024, 4, 2, 10, 10, 58, 321));
    expect(path).to.equal('annotations/worker-response/iteration-1/17/2024-05-02_10:10:58.json');
    expect(portablePath(path)).to.equal(
      'annotations/worker-response/iteration-1/17/2024-05-02_10_10_58.json',
    );
  });
});
