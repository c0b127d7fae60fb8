'use server';
import { action } from '@/lib/next/action';
import { ChangedSnippet, changeSnippet, deleteSnippet, SnippetId } from '@/lib/snippets/snippets';
import { deleteTemplate, RenamedTemplate, renameTemplate, TemplateId } from '@/lib/templates/templates';

const PAGE = { refreshes: '/admin/templates' };

export const renameThisTemplate = action(RenamedTemplate, renameTemplate, PAGE);
export const deleteThisTemplate = action(TemplateId, deleteTemplate, PAGE);
export const changeThisSnippet = action(ChangedSnippet, changeSnippet, PAGE);
export const deleteThisSnippet = action(SnippetId, deleteSnippet, PAGE);
