import { answer } from '#answer.ts';
import { languageHere } from '#language.ts';
import { afterForm } from '#wiki/server/after-form.ts';
import { changeWiki, readChange } from '#wiki/server/change-wiki.ts';

export const dynamic = 'force-dynamic';

/** A deed done to a page or a space, asked for by a script or by a plain form. */
export const POST = (request: Request) =>
  answer(request, (office, caller) =>
    afterForm(request, async () =>
      changeWiki(office, await readChange(request), caller, await languageHere()),
    ),
  );
