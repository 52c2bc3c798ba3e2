/** Characters of a file that are searched. */
const mostText = 400_000;
/** Milliseconds after which a long PDF is left with what was read. */
const patienceMs = 8000;

export type FileKind = 'pdf' | 'docx' | 'text';

/** The text of a file's bytes. Runs in a thread of its own (`read-thread.ts`): a file may be built to take hours. */
export async function extractText(kind: FileKind, bytes: Uint8Array): Promise<string> {
  switch (kind) {
    case 'pdf':
      return textOfPdf(bytes);
    case 'docx':
      return textOfDocx(bytes);
    case 'text':
      return plainText(bytes).slice(0, mostText);
  }
}

async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { getDocumentProxy } = await import('unpdf');
  // A PDF's own fonts are of no use to a search.
  const document = await getDocumentProxy(bytes, {
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  const deadline = performance.now() + patienceMs;
  const pages: string[] = [];
  let length = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    if (length > mostText || performance.now() > deadline) break;
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
    pages.push(text);
    length += text.length;
    page.cleanup();
  }
  return pages.join('\n\n').slice(0, mostText);
}

async function textOfDocx(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.slice(0, mostText);
}

/** As its first bytes say, or UTF-8; what is neither is taken for the old European encoding. */
function plainText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
