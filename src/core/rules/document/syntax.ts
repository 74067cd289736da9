import { defineRule } from '../rule.ts';

export const syntax = defineRule({
  id: 'document/syntax',
  about: 'broken',
  severity: 'error',
  alsoConcluded: true,
  summary: 'The YAML or the front matter can’t be parsed.',
  why: 'Nothing in a document that can’t be parsed can be checked or drawn. Every error of the file is shown at its place; the other files of the workspace are judged all the same.',
  examples: [
    { good: false, files: { 'checkout.bet.yaml': 'id: BET-004\ntitle: «"»Saved carts\nowner: Maria Lind\n' } },
    { good: false, files: { 'checkout.bet.yaml': 'id: BET-004\nowner: Maria Lind\n«owner»: Tom Reyes\n' } },
    { good: true, files: { 'checkout.bet.yaml': 'id: BET-004\ntitle: "Saved carts"\nowner: Maria Lind\n' } },
    {
      good: false,
      files: { 'checkout.bet.md': '---\nid: BET-004\nowner: Maria Lind\n«owner»: Tom Reyes\n---\n\n# Saved carts\n' },
    },
    { good: true, files: { 'checkout.bet.md': '---\nid: BET-004\nowner: Maria Lind\n---\n\n# Saved carts\n' } },
  ],
  check: document => document.problems.map(({ span, message }) => ({ span, message })),
});
