import type { Picture, Snapshot } from '@kontor/website/snapshot';

/** The name of every picture file that a snapshot shows. */
export function mediaFilesOf(snapshot: Snapshot): Set<string> {
  const pictures: (Picture | null)[] = [snapshot.firm.logo];
  for (const content of Object.values(snapshot.content)) {
    for (const page of content.pages) {
      for (const block of page.blocks) if ('image' in block) pictures.push(block.image);
    }
    for (const item of [...content.posts, ...content.services]) pictures.push(item.image);
    for (const person of content.people) pictures.push(person.photo);
  }
  const names = new Set<string>();
  for (const picture of pictures) {
    for (const { file } of picture?.files ?? []) names.add(file);
    if (picture?.share) names.add(picture.share);
  }
  return names;
}
