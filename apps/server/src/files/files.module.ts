import { Global, Module } from '@nestjs/common';
import { FileShelf } from './file-shelf';
import { FilesController } from './files.controller';

/** Uploaded images. */
@Global()
@Module({ controllers: [FilesController], providers: [FileShelf], exports: [FileShelf] })
export class FilesModule {}
