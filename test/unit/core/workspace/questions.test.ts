import assert from 'node:assert/strict';
import { createQuestions } from '../../../../src/core/workspace/questions.ts';

describe('the questions that files have asked', () => {
  it('lead to those that asked, once each until they ask again', () => {
    const questions = createQuestions();
    questions.set('a', ['id:BET-1', 'priority:P0']);
    questions.set('b', ['priority:P0']);
    questions.set('c', ['priority:P0']);
    assert.deepEqual(questions.takeAskers('priority:P0'), ['a', 'b', 'c']);
    assert.deepEqual(questions.takeAskers('priority:P0'), []);
    assert.deepEqual(questions.takeAskers('id:BET-1'), []);
    questions.set('b', ['id:BET-1']);
    assert.deepEqual(questions.takeAskers('id:BET-1'), ['b']);
  });

  it('are those of the last time', () => {
    const questions = createQuestions();
    questions.set('a', ['id:BET-1']);
    questions.set('a', ['id:BET-2', 'id:BET-2']);
    questions.set('b', ['id:BET-2']);
    questions.forget('b');
    assert.deepEqual(questions.takeAskers('id:BET-1'), []);
    assert.deepEqual(questions.takeAskers('id:BET-2'), ['a']);
  });
});
