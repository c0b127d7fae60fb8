import { resolve } from 'node:path';
import { loadEnvFile } from './env-file';
import { type Environment, parseEnvironment, shareSettings } from './environment';
import { findDataDir } from './find-data-dir';

/**
 * Reads the settings from `.env` and the environment, once and for every part of the process. To be
 * called first of all: a later change of the working folder then changes nothing. Pages never load
 * this file, or a build would take every file that it might read along.
 * @throws WrongSetting when a value cannot be right.
 */
export function readSettings(): Environment {
  const workingFolder = process.cwd();
  loadEnvFile(workingFolder);
  const programFolder = resolve(workingFolder, process.env.BROADSIDE_FOLDER || '.');
  const settings = parseEnvironment(process.env, { workingFolder, programFolder, findDataDir });
  // What this process starts, wherever it does, must come to the same.
  process.env.DATA_DIR = settings.dataDir;
  process.env.BROADSIDE_FOLDER = programFolder;
  shareSettings(settings);
  return settings;
}
