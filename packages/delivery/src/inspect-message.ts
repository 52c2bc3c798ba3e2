const maxHead = 256 * 1024;
/** Lines of one field. Unfolding costs the square of them and more: 16,000 short ones stopped everything for seconds. */
const maxFieldLines = 2500;
const lf = 10;
const cr = 13;

export class MessageTooLarge extends Error {}

/**
 * Sees a message's bytes go by and notes what must be known about them: bare CR or LF (RFC 5321 §2.3.8) and the header
 * section with its byte positions. Chunk borders make no difference.
 */
export class MessageInspector {
  size = 0;
  /** Bytes after which the message is given up with MessageTooLarge. */
  readonly #limit: number;
  #hasBareBreak = false;
  #last = -1;
  #head: Buffer[] = [];
  #headSize = 0;
  #headDone = false;
  #tail: Buffer = Buffer.alloc(0);

  constructor({ limit }: { limit: number }) {
    this.#limit = limit;
  }

  /** The chunks as they are, each looked at. */
  async *pass(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.see(chunk);
      yield chunk;
    }
  }

  see(chunk: Buffer): void {
    this.#checkBreaks(chunk);
    this.#collectHead(chunk);
    this.size += chunk.length;
    if (this.size > this.#limit) throw new MessageTooLarge();
  }

  /** Of the message as a whole: it must not end in a CR either. */
  get hasBareBreak(): boolean {
    return this.#hasBareBreak || this.#last === cr;
  }

  /** The header section without the empty line that ends it. */
  get head(): Buffer {
    const bytes = Buffer.concat(this.#head);
    const end = endOfHead(bytes);
    return end === -1 ? bytes : bytes.subarray(0, end);
  }

  #checkBreaks(chunk: Buffer): void {
    if (this.#hasBareBreak || chunk.length === 0) return;
    if (this.#last === cr && chunk[0] !== lf) this.#hasBareBreak = true;
    for (let at = chunk.indexOf(lf); at !== -1; at = chunk.indexOf(lf, at + 1)) {
      if ((at === 0 ? this.#last : chunk[at - 1]) !== cr) this.#hasBareBreak = true;
    }
    for (let at = chunk.indexOf(cr); at !== -1; at = chunk.indexOf(cr, at + 1)) {
      if (at + 1 < chunk.length && chunk[at + 1] !== lf) this.#hasBareBreak = true;
    }
    this.#last = chunk[chunk.length - 1] ?? this.#last;
  }

  #collectHead(chunk: Buffer): void {
    if (this.#headDone || chunk.length === 0) return;
    this.#head.push(chunk);
    this.#headSize += chunk.length;
    // The empty line may lie across chunks; only their joint is looked at, so that tiny chunks cost no more.
    const joint = Buffer.concat([this.#tail, chunk]);
    const startsEmpty = this.#headSize < 64 && endOfHead(Buffer.concat(this.#head)) === 0;
    if (startsEmpty || joint.includes('\r\n\r\n') || this.#headSize > maxHead) this.#headDone = true;
    this.#tail = joint.subarray(-3);
  }
}

/** Position after the last header line's CRLF; -1 while the empty line has not come. */
function endOfHead(bytes: Buffer): number {
  if (bytes[0] === cr && bytes[1] === lf) return 0;
  const at = bytes.indexOf('\r\n\r\n');
  return at === -1 ? -1 : at + 2;
}

export interface HeaderField {
  /** Lower case. */
  name: string;
  /** Unfolded. */
  value: string;
  /** Byte range in the message, the line's end included. */
  start: number;
  end: number;
}

/** The header section's fields with their places (RFC 5322 §2.2). */
export function headerFields(head: Buffer): HeaderField[] {
  const fields: HeaderField[] = [];
  let start = 0;
  while (start < head.length) {
    const end = endOfField(head, start);
    const line = head.toString('latin1', start, end);
    const colon = line.indexOf(':');
    if (colon > 0) {
      const value = line
        .slice(colon + 1)
        .replace(/\r\n(?=[ \t])/g, '')
        .trim();
      fields.push({ name: line.slice(0, colon).trim().toLowerCase(), value, start, end });
    }
    start = end;
  }
  return fields;
}

/** Larger than an honest header section is, and more than may be parsed while others wait. */
export const isHugeHead = (head: Buffer): boolean =>
  head.length > maxHead || longestField(head) > maxFieldLines;

function longestField(head: Buffer): number {
  let [longest, lines] = [0, 0];
  for (let start = 0; start < head.length; start = lineEnd(head, start)) {
    lines = isFold(head, start) ? lines + 1 : 1;
    longest = Math.max(longest, lines);
  }
  return longest;
}

/** A line that begins with white space goes on with the field before it (RFC 5322 §2.2.3). */
export const isFold = (head: Buffer, start: number): boolean => head[start] === 0x20 || head[start] === 0x09;

/** Position after the field that begins there, with the lines that continue it. */
export function endOfField(head: Buffer, start: number): number {
  let end = lineEnd(head, start);
  while (end < head.length && isFold(head, end)) end = lineEnd(head, end);
  return end;
}

function lineEnd(bytes: Buffer, from: number): number {
  const at = bytes.indexOf('\r\n', from);
  return at === -1 ? bytes.length : at + 2;
}
