'use client';
import { FileUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { Speak } from '../texts/speak.ts';
import { ProblemBox } from './problem-box.tsx';
import { change, whyNot } from './wiki-calls.ts';

/** Makes pages of Markdown files. Each that cannot be one is named, the others come in all the same. */
export function ImportButton({ space, say }: { space: string; say: Speak }) {
  const input = useRef<HTMLInputElement>(null);
  const router = useRouter();
  const [problems, setProblems] = useState<{ title: string; hint: string }[]>([]);
  const bringIn = async (files: File[]) => {
    setProblems([]);
    for (const file of files) {
      try {
        const deed = { do: 'import', space, filename: file.name, markdown: await file.text() };
        const { goto } = await change(deed);
        router.push(goto);
      } catch (error) {
        const title = say('import.not-done', { name: file.name });
        setProblems((before) => [...before, { title, hint: whyNot(error, say) }]);
      }
    }
  };
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        <FileUp size={16} aria-hidden />
        {say('do.import')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".md,.markdown,text/markdown,text/plain"
        onChange={(event) => {
          void bringIn([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <ProblemBox problems={problems} />
    </>
  );
}
