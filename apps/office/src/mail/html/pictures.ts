import type { Attributes } from 'sanitize-html';

export interface Pictures {
  /** Address of a picture that came with the message, by its Content-ID without angle brackets. */
  attached: ReadonlyMap<string, string>;
  /** The reader has asked for the pictures of this message that lie elsewhere. */
  showRemote: boolean;
}

interface Picture {
  attributes: Attributes;
  remote: boolean;
}

/** Raster only: an SVG is a document of its own. */
const drawnData = /^data:image\/(?:png|jpeg|jpg|gif|webp);base64,[a-z0-9+/=\s]+$/i;
const maxData = 350_000;

/** An img's attributes with a source that may load now, or none. */
export function pictureAttributes(attributes: Attributes, pictures: Pictures): Picture {
  const { src = '', ...rest } = attributes;
  const from = src.trim();
  const keptBack = { ...rest, 'data-kept-back': '' };
  if (/^cid:/i.test(from)) {
    const attached = pictures.attached.get(contentId(from));
    return { attributes: attached ? { ...rest, src: attached } : keptBack, remote: false };
  }
  if (drawnData.test(from) && from.length <= maxData) {
    return { attributes: { ...rest, src: from }, remote: false };
  }
  if (!/^https?:\/\//i.test(from)) return { attributes: keptBack, remote: false };
  // A picture too small to see is there to be counted; it stays away even when the others are shown.
  if (isTooSmall(rest)) return { attributes: keptBack, remote: false };
  if (!pictures.showRemote) return { attributes: keptBack, remote: true };
  return { attributes: { ...rest, src: from, referrerpolicy: 'no-referrer' }, remote: true };
}

function contentId(source: string): string {
  const id = source.slice('cid:'.length);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

const isTooSmall = ({ width, height }: Attributes): boolean =>
  [width, height].some((size) => size !== undefined && /^\s*[012](?:px)?\s*$/i.test(size));
