import type { Readable } from 'node:stream';
import { MailParser } from 'mailparser';
import { describeAttachment, parserLimits } from './read-message.ts';

/** Reads a message's parts from its bytes; a source that fails takes the parser with it. */
function partReader(source: Readable): MailParser {
  const parser = new MailParser({
    ...parserLimits,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipHtmlToText: true,
    checksumAlgo: false,
  });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  return parser;
}

/** The HTML of a message, decoded and exactly as untrustworthy as it came; null when it has none. */
export async function readHtmlPart(source: Readable): Promise<string | null> {
  const parser = partReader(source);
  let html: string | null = null;
  try {
    for await (const part of parser) {
      if (part.type === 'text') html = typeof part.html === 'string' ? part.html : null;
      else {
        part.content.resume();
        part.content.once('end', () => part.release?.());
      }
    }
  } catch (error) {
    if (source.errored) throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
  return html;
}

export interface OpenedPart {
  name: string;
  type: string;
  content: Readable;
}

/** One attachment's decoded bytes as a stream; null when there is no such part. The message is read again up to it. */
export async function openAttachment(source: Readable, wanted: number): Promise<OpenedPart | null> {
  const parser = partReader(source);
  let index = 0;
  return new Promise((resolve, reject) => {
    parser.on('data', (part) => {
      if (part.type !== 'attachment') return;
      const { content } = part;
      if (index === wanted) {
        const { name, type } = describeAttachment(part, index, 0);
        content.once('close', () => {
          source.destroy();
          parser.destroy();
        });
        resolve({ name, type, content });
      } else {
        content.resume();
        content.once('end', () => part.release?.());
      }
      index += 1;
    });
    parser.once('end', () => resolve(null));
    parser.once('error', (error) => (source.errored ? reject(error) : resolve(null)));
  });
}

/** Hands on each wanted attachment's decoded bytes, all in one reading of the message: it may have hundreds. */
export async function takeAttachments(
  source: Readable,
  wanted: ReadonlySet<number>,
  take: (part: OpenedPart & { part: number }) => Promise<void>,
): Promise<void> {
  const parser = partReader(source);
  let index = 0;
  let left = wanted.size;
  try {
    for await (const part of parser) {
      if (part.type !== 'attachment') continue;
      const { content } = part;
      if (wanted.has(index)) {
        const { name, type } = describeAttachment(part, index, 0);
        await take({ part: index, name, type, content });
        left -= 1;
      } else for await (const _chunk of content);
      part.release?.();
      index += 1;
      if (left === 0) break;
    }
  } catch (error) {
    if (source.errored) throw source.errored;
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}
