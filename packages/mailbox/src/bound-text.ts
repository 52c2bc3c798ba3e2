import type { MessageView } from './types.ts';

/** Characters of text that come with a conversation. */
const most = 2_000_000;

/**
 * A conversation's messages, oldest first, with no more text than a screen can want: the newest have theirs whole. A
 * stranger may send two hundred messages as long as messages may be.
 */
export function boundText(messages: readonly MessageView[]): MessageView[] {
  let left = most;
  const newestFirst = [...messages].reverse().map((message) => {
    const text = message.text.slice(0, left);
    left -= text.length;
    return { ...message, text, cut: text.length < message.text.length };
  });
  return newestFirst.reverse();
}
