// Answers as the office's child does, from a table in KONTOR_TEST_OFFICE.
process.once('message', ({ task, input }) => {
  const answers = JSON.parse(process.env.KONTOR_TEST_OFFICE ?? '{}');
  const answer = answers[task] ?? { kind: 'done', outcome: { ran: [], asked: input } };
  process.send(answer, undefined, {}, () => process.exit(0));
});
