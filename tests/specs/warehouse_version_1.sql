-- Tables of the database of version 1, as its program made them.

CREATE TABLE "schema_version" (
  "version" INTEGER NOT NULL
);

CREATE TABLE "source" (
  "source_id" VARCHAR NOT NULL,
  "name" VARCHAR NOT NULL,
  "kind" VARCHAR,
  "home" VARCHAR,
  "province_code" VARCHAR
);

CREATE TABLE "page" (
  "page_id" VARCHAR NOT NULL,
  "article_id" VARCHAR NOT NULL,
  "page_hash" VARCHAR NOT NULL,
  "url" VARCHAR,
  "fetched" TIMESTAMP,
  "origin" VARCHAR,
  "archive_offset" BIGINT
);

CREATE TABLE "article" (
  "article_id" VARCHAR NOT NULL,
  "page_id" VARCHAR NOT NULL,
  "source_id" VARCHAR,
  "document_id" VARCHAR NOT NULL,
  "url" VARCHAR,
  "title" VARCHAR,
  "authors" VARCHAR[] NOT NULL,
  "published" DATE,
  "province" VARCHAR,
  "province_2025" VARCHAR,
  "body" VARCHAR NOT NULL,
  "extractor_version" VARCHAR NOT NULL
);

CREATE TABLE "fact" (
  "fact_id" VARCHAR NOT NULL,
  "article_id" VARCHAR NOT NULL,
  "page_hash" VARCHAR NOT NULL,
  "type" VARCHAR NOT NULL,
  "text" VARCHAR NOT NULL,
  "span_start" BIGINT NOT NULL,
  "span_end" BIGINT NOT NULL,
  "rule" VARCHAR NOT NULL,
  "rule_version" BIGINT NOT NULL,
  "confidence" DOUBLE NOT NULL,
  "extractor_version" VARCHAR NOT NULL
);

CREATE TABLE "campaign" (
  "fact_id" VARCHAR NOT NULL,
  "year_start" BIGINT,
  "year_end" BIGINT,
  "name" VARCHAR NOT NULL,
  "kind" VARCHAR,
  "campaign_id" VARCHAR
);

CREATE TABLE "person" (
  "fact_id" VARCHAR NOT NULL,
  "name" VARCHAR NOT NULL,
  "position" VARCHAR,
  "organisation" VARCHAR
);

CREATE TABLE "initiative" (
  "fact_id" VARCHAR NOT NULL,
  "year_start" BIGINT,
  "year_end" BIGINT,
  "title" VARCHAR NOT NULL,
  "kind" VARCHAR,
  "authors" VARCHAR[] NOT NULL,
  "organisation" VARCHAR,
  "benefit_vnd" BIGINT
);

CREATE TABLE "benefit" (
  "fact_id" VARCHAR NOT NULL,
  "year_start" BIGINT,
  "year_end" BIGINT,
  "amount_vnd" BIGINT NOT NULL,
  "qualifier" VARCHAR NOT NULL,
  "basis" VARCHAR NOT NULL,
  "per" VARCHAR
);

CREATE TABLE "award" (
  "fact_id" VARCHAR NOT NULL,
  "year_start" BIGINT,
  "year_end" BIGINT,
  "award" VARCHAR NOT NULL,
  "count" BIGINT NOT NULL,
  "unit" VARCHAR,
  "granter" VARCHAR,
  "status" VARCHAR NOT NULL,
  "level" VARCHAR
);

CREATE TABLE "statistic" (
  "fact_id" VARCHAR NOT NULL,
  "year_start" BIGINT,
  "year_end" BIGINT,
  "metric" VARCHAR NOT NULL,
  "value" BIGINT NOT NULL,
  "qualifier" VARCHAR NOT NULL,
  "status" VARCHAR
);
