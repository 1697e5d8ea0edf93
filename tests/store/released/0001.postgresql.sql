--
-- PostgreSQL database dump
--


-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: alembic_version; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.alembic_version (
    version_num character varying(32) NOT NULL
);


--
-- Name: articles; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.articles (
    id text NOT NULL,
    page text NOT NULL,
    given_id text NOT NULL,
    key text NOT NULL,
    version integer NOT NULL,
    current boolean NOT NULL,
    source text NOT NULL,
    outlet text,
    url text,
    title text NOT NULL,
    text text NOT NULL,
    published date,
    published_source text,
    defects text NOT NULL,
    runs text NOT NULL,
    copy_of text,
    signature bytea,
    linked boolean NOT NULL,
    run bigint NOT NULL
);


--
-- Name: blocks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.blocks (
    block bigint NOT NULL,
    account text NOT NULL
);


--
-- Name: changes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.changes (
    id bigint NOT NULL,
    at timestamp without time zone NOT NULL,
    kind text NOT NULL,
    what text NOT NULL,
    thing text NOT NULL,
    "into" text
);


--
-- Name: changes_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.changes_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: changes_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.changes_id_seq OWNED BY public.changes.id;


--
-- Name: events; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.events (
    id text NOT NULL,
    state text NOT NULL,
    merged_into text,
    type text NOT NULL,
    factuality text,
    start date,
    "end" date,
    day date,
    place_id text,
    place_name text,
    place_precision text,
    country text,
    lat double precision,
    lon double precision,
    radius_km double precision,
    cell integer,
    quantity_low double precision,
    quantity_high double precision,
    munitions_low double precision,
    munitions_high double precision,
    fatalities_low double precision,
    fatalities_high double precision,
    wounded_low double precision,
    wounded_high double precision,
    mentions integer NOT NULL,
    articles integer NOT NULL,
    evidence integer NOT NULL,
    outlets integer NOT NULL,
    conflict boolean NOT NULL,
    lead text NOT NULL,
    first_published date,
    last_published date,
    updated_at timestamp without time zone NOT NULL
);


--
-- Name: failures; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.failures (
    id bigint NOT NULL,
    run bigint NOT NULL,
    source text NOT NULL,
    sha256 text,
    room text NOT NULL,
    error text NOT NULL,
    message text NOT NULL,
    at timestamp without time zone NOT NULL
);


--
-- Name: failures_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.failures_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: failures_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.failures_id_seq OWNED BY public.failures.id;


--
-- Name: judgements; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.judgements (
    id bigint NOT NULL,
    level text NOT NULL,
    "left" text NOT NULL,
    "right" text NOT NULL,
    judgement text NOT NULL,
    score double precision,
    reasons text NOT NULL,
    who text NOT NULL,
    human boolean NOT NULL,
    at timestamp without time zone NOT NULL,
    undone timestamp without time zone,
    run bigint
);


--
-- Name: judgements_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.judgements_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: judgements_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.judgements_id_seq OWNED BY public.judgements.id;


--
-- Name: mentions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.mentions (
    id text NOT NULL,
    article text NOT NULL,
    account text NOT NULL,
    event text,
    retired bigint,
    type text NOT NULL,
    frame text NOT NULL,
    trigger text NOT NULL,
    start integer NOT NULL,
    "end" integer NOT NULL,
    quote text NOT NULL,
    quote_start integer NOT NULL,
    title boolean NOT NULL,
    factuality text NOT NULL,
    attribution text,
    actors text NOT NULL,
    recipients text NOT NULL,
    place_id text,
    place_name text,
    place_kind text,
    place_precision text,
    place_role text,
    country text,
    lat double precision,
    lon double precision,
    radius_km double precision,
    since date,
    until date,
    date_precision text,
    date_basis text,
    quantity_low double precision,
    quantity_high double precision,
    quantity_unit text,
    munitions_low double precision,
    munitions_high double precision,
    munitions_unit text,
    fatalities_low double precision,
    fatalities_high double precision,
    wounded_low double precision,
    wounded_high double precision,
    outlet text,
    published date,
    evidence text NOT NULL,
    run bigint NOT NULL
);


--
-- Name: pages; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.pages (
    sha256 text NOT NULL,
    media text NOT NULL,
    bytes bytea,
    size integer NOT NULL,
    fetched_at timestamp without time zone,
    added_at timestamp without time zone NOT NULL,
    run bigint NOT NULL
);


--
-- Name: parties; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.parties (
    event text NOT NULL,
    role text NOT NULL,
    code text NOT NULL,
    day date
);


--
-- Name: runs; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.runs (
    id bigint NOT NULL,
    command text NOT NULL,
    coder text NOT NULL,
    data text NOT NULL,
    started_at timestamp without time zone NOT NULL,
    ended_at timestamp without time zone
);


--
-- Name: runs_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: runs_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.runs_id_seq OWNED BY public.runs.id;


--
-- Name: search; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.search (
    n bigint NOT NULL,
    mention text NOT NULL,
    words text NOT NULL,
    stems text NOT NULL
);


--
-- Name: search_n_seq; Type: SEQUENCE; Schema: public; Owner: -
--

CREATE SEQUENCE public.search_n_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


--
-- Name: search_n_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: -
--

ALTER SEQUENCE public.search_n_seq OWNED BY public.search.n;


--
-- Name: sightings; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.sightings (
    page text NOT NULL,
    source text NOT NULL,
    seen_at timestamp without time zone NOT NULL
);


--
-- Name: timeline; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.timeline (
    month text NOT NULL,
    type text NOT NULL,
    country text NOT NULL,
    events integer NOT NULL,
    mentions integer NOT NULL
);


--
-- Name: changes id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.changes ALTER COLUMN id SET DEFAULT nextval('public.changes_id_seq'::regclass);


--
-- Name: failures id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.failures ALTER COLUMN id SET DEFAULT nextval('public.failures_id_seq'::regclass);


--
-- Name: judgements id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.judgements ALTER COLUMN id SET DEFAULT nextval('public.judgements_id_seq'::regclass);


--
-- Name: runs id; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.runs ALTER COLUMN id SET DEFAULT nextval('public.runs_id_seq'::regclass);


--
-- Name: search n; Type: DEFAULT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.search ALTER COLUMN n SET DEFAULT nextval('public.search_n_seq'::regclass);


--
-- Data for Name: alembic_version; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.alembic_version VALUES ('0001');


--
-- Data for Name: articles; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.articles VALUES ('ab1f2e4771970447f', 'b1f2e4771970447f1fee2950f0a0cc52e2d37c2a0dae744d0bb3dbd1ef0f8c64', 'n1', 'https://nahr.example/n1', 1, true, '/tmp/tmpkurl10wt/two.jsonl#1', 'nahr', 'https://nahr.example/n1', 'مقتل سبعة جنود في هجوم على ثكنة في غاو', 'مقتل سبعة جنود في هجوم على ثكنة في غاو

قُتل سبعة جنود في هجوم شنه مسلحون على ثكنة في مدينة غاو شمالي مالي الأربعاء.', '2022-06-16', 'record', '[]', '[[0, 0, 38], [40, 40, 76]]', NULL, '\x733b13c4441db29f404c483f9e4a3569c4f634c0e947dac1ac4992cb8a0f43c1415d01c0726e5a2949d849c4a36b4b20717b58c29a3d29c01626e04b406fe9c0428d7a2d9e8cd88dc5236b05d9ef2ec1b08eb18c6f0485bcd1ecf63e2d3030c6503cbb15730687091d81c60e169dc7c2b4c5d4ae4b04b18c7f10f121daafc304e9326fa521b9c9a38504f5672dec06c4a212e7577885bdcb27111b36fa6de4519cffacc284c480c0468d285bd8b04509fb13d8c059c233456fcb46870b9106cab97740c1628a03a4b2a01dc04c7674c11b8ac5c346fdb40158e0dcc249a65ac79d395e1834d0ec2da8e16619610380524c739bc1396145c47782ac44c1769544', true, 1);
INSERT INTO public.articles VALUES ('a7670e0448f2d19cc', '7670e0448f2d19cce57765e33653505e52c20c5eee774a21f80ce2e96483c72d', 'w2', 'https://wadi.example/w2', 1, false, '/tmp/tmpkurl10wt/two.jsonl#2', 'wadi', 'https://wadi.example/w2', 'عشرة قتلى من الجيش في هجوم على ثكنة غاو', 'عشرة قتلى من الجيش في هجوم على ثكنة غاو

قتل عشرة جنود في هجوم مسلحين على ثكنة بمدينة غاو في شمال مالي يوم الأربعاء بحسب مصدر عسكري.', '2022-06-16', 'record', '[]', '[[0, 0, 39], [41, 41, 91]]', NULL, '\x7e62cb63d8e59270d97cea6baa14e3c096ef7d50bd6903631d050b3b9eef7a3f9aa8b08edbb90fc0bb28ae38a1f339c0717b58c2d8ac6c1906ffec9572f5148fe7fafec3c03d7992fb60c97e8e7f6718d1e8c3c4a39f306b878baf7b66f3d9bf5e1469546d702c68073f4353102cc8774f495723ab21f5287f10f121daafc30461899502a4168cb4d2d6d39df3f7591455d3628b197980971276182e5956841a343923459bbb88c3468d285b0cbad1049c4a43b141c459169d63393a0825602f635fdd49ec28fdc3906d3f78406ae53419d2863a13311dc0f8d5f537c5545e3eec15c48d34d0ec2d4c049eab6103805236477f895e60d0c7ad90ea26de424317', true, 1);
INSERT INTO public.articles VALUES ('ac77399690f20ddf7', 'c77399690f20ddf79c79769356f2b8ac0dd91055f9c5c48c5496fdaa08fb1424', 'w2', 'https://wadi.example/w2', 2, true, '/tmp/tmpkurl10wt/later.jsonl#1', 'wadi', 'https://wadi.example/w2', 'ثمانية قتلى في غاو', 'ثمانية قتلى في غاو

قتل ثمانية جنود في هجوم مسلحين على ثكنة بمدينة غاو في شمال مالي يوم الأربعاء بحسب مصدر عسكري.', '2022-06-16', 'record', '[]', '[[0, 0, 18], [20, 20, 93]]', NULL, '\x7e62cb63d8e59270ba9030a1aa14e3c089a4bc15bd690363acb217446e63a4c216537a125db03887bb28ae38a1f339c0e7ae7ac26021dfc3b12cdec638200c55ec0459c2c03d7992d8dab8c9f71b7bc6ca1bf3c5a39f306b878baf7b66f3d9bf5e146954b4a1c7991d81c60e102cc8774f495723ab21f528826b76c19263b4c339422b6da4168cb4d2d6d39df3f7591455d3628b7071d0c0bac083c02ed9a26bf7daeac20334468a468d285b0cbad10431e57b6041c459169d63393a0825602f635fdd49ec28fdc31ba92306d18ae7c019d2863a13311dc0ac82bac3c5545e3e18acaa5b34d0ec2d0aae5bc2c6fbf1c236477f895e60d0c7ad90ea26de424317', true, 2);


--
-- Data for Name: blocks; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.blocks VALUES (3228450243673512732, 'a7670e0448f2d19cc/e1');
INSERT INTO public.blocks VALUES (3289432100347605862, 'a7670e0448f2d19cc/e1');
INSERT INTO public.blocks VALUES (5819116414357797009, 'a7670e0448f2d19cc/e1');
INSERT INTO public.blocks VALUES (8103752948310035794, 'a7670e0448f2d19cc/e1');
INSERT INTO public.blocks VALUES (-6055846398973749179, 'ab1f2e4771970447f/e1');
INSERT INTO public.blocks VALUES (-1188419782417975585, 'ab1f2e4771970447f/e1');
INSERT INTO public.blocks VALUES (3228450243673512732, 'ab1f2e4771970447f/e1');
INSERT INTO public.blocks VALUES (8103752948310035794, 'ab1f2e4771970447f/e1');
INSERT INTO public.blocks VALUES (-8272705087148241680, 'ac77399690f20ddf7/e1');
INSERT INTO public.blocks VALUES (3228450243673512732, 'ac77399690f20ddf7/e1');
INSERT INTO public.blocks VALUES (8103752948310035794, 'ac77399690f20ddf7/e1');


--
-- Data for Name: changes; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: events; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.events VALUES ('e6ebadc5992085e61', 'active', NULL, 'attack', 'happened', '2022-06-15', '2022-06-15', '2022-06-15', 'gn:2457163', 'غاو', 'town', 'ML', 16.27167, -0.04472, NULL, 38339, NULL, NULL, NULL, NULL, 7, 7, NULL, NULL, 2, 1, 1, 1, false, 'm4c8eebea155ade68', '2022-06-16', '2022-06-16', '2026-11-25 07:05:38');
INSERT INTO public.events VALUES ('ebd30db0277bb2dd6', 'active', NULL, 'attack', 'happened', '2022-06-15', '2022-06-15', '2022-06-15', 'gn:2457163', 'غاو', 'town', 'ML', 16.27167, -0.04472, NULL, 38339, NULL, NULL, NULL, NULL, 8, 8, NULL, NULL, 1, 1, 1, 1, false, 'm8c0dbbd6d3ba3de3', '2022-06-16', '2022-06-16', '2026-11-25 07:05:38');


--
-- Data for Name: failures; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.failures VALUES (1, 2, '/tmp/tmpkurl10wt/later.jsonl#2', NULL, 'intake', 'SourceUnreadable', '/tmp/tmpkurl10wt/later.jsonl#2: expected a JSON object with "title" and "text", found broken JSON (Expecting property name enclosed in double quotes at character 2); mend or drop the line', '2026-11-25 07:05:38');


--
-- Data for Name: judgements; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.judgements VALUES (1, 'event', 'm367064670fdccc93', 'm46ce976b09e6e4d4', 'same', 0.978546, '[["type", "same", 1.0], ["standing", "alike", 0.5], ["actor", "unknown", 0.0], ["recipient", "unknown", 0.0], ["place", "near", 3.5], ["date", "same", 3.5], ["killed", "other", -1.0], ["moved", "unknown", 0.0], ["text", "much", 5.0]]', 'marsad', false, '2026-11-25 07:05:38', NULL, 1);
INSERT INTO public.judgements VALUES (2, 'event', 'm367064670fdccc93', 'm8c0dbbd6d3ba3de3', 'same', 0.978546, '[["type", "same", 1.0], ["standing", "alike", 0.5], ["actor", "unknown", 0.0], ["recipient", "unknown", 0.0], ["place", "near", 3.5], ["date", "same", 3.5], ["killed", "other", -1.0], ["moved", "unknown", 0.0], ["text", "much", 5.0]]', 'marsad', false, '2026-11-25 07:05:38', NULL, 2);
INSERT INTO public.judgements VALUES (3, 'event', 'm46ce976b09e6e4d4', 'm8c0dbbd6d3ba3de3', 'same', 0.992308, '[["type", "same", 1.0], ["standing", "alike", 0.5], ["actor", "unknown", 0.0], ["recipient", "unknown", 0.0], ["place", "same", 5.0], ["date", "same", 3.5], ["killed", "other", -1.0], ["moved", "unknown", 0.0], ["text", "much", 5.0]]', 'marsad', false, '2026-11-25 07:05:38', NULL, 2);
INSERT INTO public.judgements VALUES (4, 'event', 'm4c8eebea155ade68', 'm8c0dbbd6d3ba3de3', 'different', NULL, '[]', 'سلمى', true, '2026-11-25 07:05:38', NULL, NULL);


--
-- Data for Name: mentions; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.mentions VALUES ('m46ce976b09e6e4d4', 'ab1f2e4771970447f', 'ab1f2e4771970447f/e1', 'e6ebadc5992085e61', NULL, 'attack', 'attack.attack', 'هجوم', 18, 22, 'مقتل سبعة جنود في هجوم على ثكنة في غاو', 0, true, 'happened', NULL, '[]', '[]', 'gn:2457163', 'غاو', 'settlement', 'town', 'at', 'ML', 16.27167, -0.04472, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 7, 7, NULL, NULL, 'nahr', '2022-06-16', '{"type": "attack", "start": 18, "end": 22, "trigger": "هجوم", "sentence": [0, 38], "actors": [], "recipients": [], "place": {"name": "غاو", "country": "ML", "id": "gn:2457163", "lat": 16.27167, "lon": -0.04472, "precision": "town"}, "place_role": "at", "date": null, "quantity": null, "fatalities": {"low": 7, "high": 7, "unit": "soldier"}, "wounded": null, "factuality": "happened", "attribution": null, "event": "e1", "frame": "attack.attack", "munitions": null, "spans": {"place": [[35, 38]], "fatalities": [[5, 9], [10, 14]], "factuality": [[18, 22]]}, "rules": {"place": "name", "fatalities": "exact", "factuality": "form:masdar"}, "date_text": null, "quantity_text": null}', 1);
INSERT INTO public.mentions VALUES ('m4c8eebea155ade68', 'ab1f2e4771970447f', 'ab1f2e4771970447f/e1', 'e6ebadc5992085e61', NULL, 'attack', 'attack.attack', 'هجوم', 58, 62, 'قُتل سبعة جنود في هجوم شنه مسلحون على ثكنة في مدينة غاو شمالي مالي الأربعاء.', 40, false, 'happened', NULL, '["UNKNOWN_GUNMEN"]', '[]', 'gn:2457163', 'غاو', 'settlement', 'town', 'at', 'ML', 16.27167, -0.04472, NULL, '2022-06-15', '2022-06-15', 'day', 'published', NULL, NULL, NULL, NULL, NULL, NULL, 7, 7, NULL, NULL, 'nahr', '2022-06-16', '{"type": "attack", "start": 58, "end": 62, "trigger": "هجوم", "sentence": [40, 116], "actors": ["UNKNOWN_GUNMEN"], "recipients": [], "place": {"name": "مدينة غاو", "country": "ML", "id": "gn:2457163", "lat": 16.27167, "lon": -0.04472, "precision": "town"}, "place_role": "at", "date": {"start": "2022-06-15", "end": "2022-06-15"}, "quantity": null, "fatalities": {"low": 7, "high": 7, "unit": "soldier"}, "wounded": null, "factuality": "happened", "attribution": null, "event": "e1", "frame": "attack.attack", "munitions": null, "spans": {"actors": [[[67, 73]]], "place": [[86, 95]], "date": [[107, 115]], "fatalities": [[45, 49], [50, 54]], "factuality": [[58, 62]]}, "rules": {"actors": ["light:generic"], "place": "head+name", "date": "weekday", "fatalities": "exact", "factuality": "form:masdar"}, "date_text": "الأربعاء", "quantity_text": null}', 1);
INSERT INTO public.mentions VALUES ('m367064670fdccc93', 'a7670e0448f2d19cc', 'a7670e0448f2d19cc/e1', NULL, NULL, 'attack', 'attack.attack', 'هجوم', 22, 26, 'عشرة قتلى من الجيش في هجوم على ثكنة غاو', 0, true, 'happened', NULL, '[]', '[]', 'base:172', 'قاعدة غاو', 'base', 'site', 'at', 'ML', 16.248, -0.005, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 10, 10, NULL, NULL, 'wadi', '2022-06-16', '{"type": "attack", "start": 22, "end": 26, "trigger": "هجوم", "sentence": [0, 39], "actors": [], "recipients": [], "place": {"name": "ثكنة غاو", "country": "ML", "id": "base:172", "lat": 16.248, "lon": -0.005, "precision": "site"}, "place_role": "at", "date": null, "quantity": null, "fatalities": {"low": 10, "high": 10, "unit": "killed"}, "wounded": null, "factuality": "happened", "attribution": null, "event": "e1", "frame": "attack.attack", "munitions": null, "spans": {"place": [[31, 39]], "fatalities": [[0, 4], [5, 9]], "factuality": [[22, 26]]}, "rules": {"place": "base", "fatalities": "exact", "factuality": "form:masdar"}, "date_text": null, "quantity_text": null}', 1);
INSERT INTO public.mentions VALUES ('mb403bfc4f9c776ae', 'a7670e0448f2d19cc', 'a7670e0448f2d19cc/e1', NULL, NULL, 'attack', 'attack.attack', 'هجوم', 58, 62, 'قتل عشرة جنود في هجوم مسلحين على ثكنة بمدينة غاو في شمال مالي يوم الأربعاء بحسب مصدر عسكري.', 41, false, 'happened', 'مصدر عسكري', '[]', '[]', 'gn:2457163', 'غاو', 'settlement', 'town', 'at', 'ML', 16.27167, -0.04472, NULL, '2022-06-15', '2022-06-15', 'day', 'published', NULL, NULL, NULL, NULL, NULL, NULL, 10, 10, NULL, NULL, 'wadi', '2022-06-16', '{"type": "attack", "start": 58, "end": 62, "trigger": "هجوم", "sentence": [41, 132], "actors": [], "recipients": [], "place": {"name": "مدينة غاو", "country": "ML", "id": "gn:2457163", "lat": 16.27167, "lon": -0.04472, "precision": "town"}, "place_role": "at", "date": {"start": "2022-06-15", "end": "2022-06-15"}, "quantity": null, "fatalities": {"low": 10, "high": 10, "unit": "soldier"}, "wounded": null, "factuality": "happened", "attribution": "مصدر عسكري", "event": "e1", "frame": "attack.attack", "munitions": null, "spans": {"place": [[80, 89]], "date": [[103, 115]], "fatalities": [[45, 49], [50, 54]], "factuality": [[58, 62]], "attribution": [[121, 131]]}, "rules": {"place": "head+name", "date": "weekday", "fatalities": "exact", "factuality": "form:masdar", "attribution": "source:phrase"}, "date_text": "يوم الأربعاء", "quantity_text": null}', 1);
INSERT INTO public.mentions VALUES ('m8c0dbbd6d3ba3de3', 'ac77399690f20ddf7', 'ac77399690f20ddf7/e1', 'ebd30db0277bb2dd6', NULL, 'attack', 'attack.attack', 'هجوم', 39, 43, 'قتل ثمانية جنود في هجوم مسلحين على ثكنة بمدينة غاو في شمال مالي يوم الأربعاء بحسب مصدر عسكري.', 20, false, 'happened', 'مصدر عسكري', '[]', '[]', 'gn:2457163', 'غاو', 'settlement', 'town', 'at', 'ML', 16.27167, -0.04472, NULL, '2022-06-15', '2022-06-15', 'day', 'published', NULL, NULL, NULL, NULL, NULL, NULL, 8, 8, NULL, NULL, 'wadi', '2022-06-16', '{"type": "attack", "start": 39, "end": 43, "trigger": "هجوم", "sentence": [20, 113], "actors": [], "recipients": [], "place": {"name": "مدينة غاو", "country": "ML", "id": "gn:2457163", "lat": 16.27167, "lon": -0.04472, "precision": "town"}, "place_role": "at", "date": {"start": "2022-06-15", "end": "2022-06-15"}, "quantity": null, "fatalities": {"low": 8, "high": 8, "unit": "soldier"}, "wounded": null, "factuality": "happened", "attribution": "مصدر عسكري", "event": "e1", "frame": "attack.attack", "munitions": null, "spans": {"place": [[61, 70]], "date": [[84, 96]], "fatalities": [[24, 30], [31, 35]], "factuality": [[39, 43]], "attribution": [[102, 112]]}, "rules": {"place": "head+name", "date": "weekday", "fatalities": "exact", "factuality": "form:masdar", "attribution": "source:phrase"}, "date_text": "يوم الأربعاء", "quantity_text": null}', 2);


--
-- Data for Name: pages; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.pages VALUES ('b1f2e4771970447f1fee2950f0a0cc52e2d37c2a0dae744d0bb3dbd1ef0f8c64', 'record', '\x789c8d903d0ac2401085af326cadc6a4b0c86d141712881a74038258a8f9338d67108bf88b88367a9279b77177d35a58edbc6f66e70d6f21c2a1f0498c5dd1223149542495d5fd606a880a35310019d67c464afce423bff9447c458e92ef84152a42a175898cf88d145be20b36c8f598edf2876b9476a19c5b03acb1fb6fdf4be38290f11329df34cb7f7be8893b2aab1b3bf335d345da349bc23c7ce08735ad79df3147c5c9200a6781b451785dcf6b777b6db7675ac9343230502a9ef98e6372e9c8797f1447d2d1a12dbfbe90a697', 321, NULL, '2026-11-25 07:05:37', 1);
INSERT INTO public.pages VALUES ('7670e0448f2d19cce57765e33653505e52c20c5eee774a21f80ce2e96483c72d', 'record', '\x789c5d90c16ac24010865f65d8733536070fbe8dc50503290dba41a1f4d06ad274dfa2f4606a2b21241eec93fcf3369dd980074fcbfeffccf7ffccb34916664666139b3b324fb94bad0bfff92251c525a2a8800b7ab4f8267ec391f7fc415c704938f01ebfecd113bfb2277e975fc505e11286f0c33b2e650d7f325a05a4dd8688014457b02c965ca1b90171814e324eec35ee965a8bdda8758d18d6d18b21dd687814e8875e5af84b026b093ee0531038a143ad93673468b551c73bb4ecc7da37cb1fd264bdb4e14ef1248e4793e9e87eaa56be4a555c3a97ad6751a4471bdbedfc314b6d24177df907f894ba9c', 350, NULL, '2026-11-25 07:05:37', 1);
INSERT INTO public.pages VALUES ('c77399690f20ddf79c79769356f2b8ac0dd91055f9c5c48c5496fdaa08fb1424', 'record', '\x789c5550bb6ec24010fc95d5d501131714fc0d1127d99251ac701648510a8271ccfd459402e7812c0b28e04b66ff26bb671aaabb99d99959edab4967664266199b0732cf85cbac0b783a4b9571a9304ae097b7d873c51edfc4eff8e19277c46bf684ab087598b6abe0ee75baf3e04f3e35dadec31f826bde924c1cb9c4813d57844b4815df862bf53422b72a290835b7ca53482ea97f34d0873845f842870617ecf1291138e0884627cf68d14989346ed0b11feace79f194a58bc48633c4a3381e8cc683c7b14ac54ba664e25cbe984491de646857d3799ed9480ef6f60fe91ea536', 317, NULL, '2026-11-25 07:05:38', 2);


--
-- Data for Name: parties; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.parties VALUES ('e6ebadc5992085e61', 'actor', 'UNKNOWN_GUNMEN', '2022-06-15');


--
-- Data for Name: runs; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.runs VALUES (1, 'add', '0.1.0', '99c3c813d851e3bf', '2026-11-25 07:05:37', '2026-11-25 07:05:38');
INSERT INTO public.runs VALUES (2, 'add', '0.1.0', '99c3c813d851e3bf', '2026-11-25 07:05:38', '2026-11-25 07:05:38');


--
-- Data for Name: search; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.search VALUES (1, 'm46ce976b09e6e4d4', 'مقتل سبعه جنود في هجوم علي ثكنه في غاو', 'مقتل بعه جنود في هجوم علي ثكنه ثكن في غاو');
INSERT INTO public.search VALUES (2, 'm4c8eebea155ade68', 'قتل سبعه جنود في هجوم شنه مسلحون علي ثكنه في مدينه غاو شمالي مالي الاربعاء', 'قتل بعه جنود في هجوم شنه مسلحون علي ثكنه ثكن في مدينه مدين غاو شمالي شمال مالي مال اربعاء');
INSERT INTO public.search VALUES (3, 'm367064670fdccc93', 'عشره قتلي من الجيش في هجوم علي ثكنه غاو', 'عشره عشر قتلي قتل من جيش في هجوم علي ثكنه ثكن غاو');
INSERT INTO public.search VALUES (4, 'mb403bfc4f9c776ae', 'قتل عشره جنود في هجوم مسلحين علي ثكنه بمدينه غاو في شمال مالي يوم الاربعاء بحسب مصدر عسكري', 'قتل عشره عشر جنود في هجوم مسلحين علي ثكنه ثكن مدينه مدين غاو في شمال مالي مال يوم اربعاء حسب مصدر عسكري عسكر');
INSERT INTO public.search VALUES (5, 'm8c0dbbd6d3ba3de3', 'قتل ثمانيه جنود في هجوم مسلحين علي ثكنه بمدينه غاو في شمال مالي يوم الاربعاء بحسب مصدر عسكري', 'قتل ثمانيه ثماني جنود في هجوم مسلحين علي ثكنه ثكن مدينه مدين غاو في شمال مالي مال يوم اربعاء حسب مصدر عسكري عسكر');


--
-- Data for Name: sightings; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.sightings VALUES ('b1f2e4771970447f1fee2950f0a0cc52e2d37c2a0dae744d0bb3dbd1ef0f8c64', '/tmp/tmpkurl10wt/two.jsonl#1', '2026-11-25 07:05:37');
INSERT INTO public.sightings VALUES ('7670e0448f2d19cce57765e33653505e52c20c5eee774a21f80ce2e96483c72d', '/tmp/tmpkurl10wt/two.jsonl#2', '2026-11-25 07:05:37');
INSERT INTO public.sightings VALUES ('c77399690f20ddf79c79769356f2b8ac0dd91055f9c5c48c5496fdaa08fb1424', '/tmp/tmpkurl10wt/later.jsonl#1', '2026-11-25 07:05:38');


--
-- Data for Name: timeline; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.timeline VALUES ('2022-06', 'attack', 'ML', 2, 3);


--
-- Name: changes_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.changes_id_seq', 1, false);


--
-- Name: failures_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.failures_id_seq', 1, true);


--
-- Name: judgements_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.judgements_id_seq', 4, true);


--
-- Name: runs_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.runs_id_seq', 2, true);


--
-- Name: search_n_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.search_n_seq', 5, true);


--
-- Name: alembic_version alembic_version_pkc; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.alembic_version
    ADD CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num);


--
-- Name: articles articles_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_pkey PRIMARY KEY (id);


--
-- Name: blocks blocks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.blocks
    ADD CONSTRAINT blocks_pkey PRIMARY KEY (block, account);


--
-- Name: changes changes_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.changes
    ADD CONSTRAINT changes_pkey PRIMARY KEY (id);


--
-- Name: events events_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.events
    ADD CONSTRAINT events_pkey PRIMARY KEY (id);


--
-- Name: failures failures_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.failures
    ADD CONSTRAINT failures_pkey PRIMARY KEY (id);


--
-- Name: judgements judgements_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.judgements
    ADD CONSTRAINT judgements_pkey PRIMARY KEY (id);


--
-- Name: mentions mentions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_pkey PRIMARY KEY (id);


--
-- Name: pages pages_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pages
    ADD CONSTRAINT pages_pkey PRIMARY KEY (sha256);


--
-- Name: parties parties_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT parties_pkey PRIMARY KEY (event, role, code);


--
-- Name: runs runs_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (id);


--
-- Name: search search_mention_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.search
    ADD CONSTRAINT search_mention_key UNIQUE (mention);


--
-- Name: search search_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.search
    ADD CONSTRAINT search_pkey PRIMARY KEY (n);


--
-- Name: sightings sightings_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT sightings_pkey PRIMARY KEY (page, source);


--
-- Name: timeline timeline_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.timeline
    ADD CONSTRAINT timeline_pkey PRIMARY KEY (month, type, country);


--
-- Name: articles_unlinked; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX articles_unlinked ON public.articles USING btree (linked) WHERE (linked IS FALSE);


--
-- Name: events_cell; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_cell ON public.events USING btree (cell, day);


--
-- Name: events_country; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_country ON public.events USING btree (country, day);


--
-- Name: events_day; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_day ON public.events USING btree (state, day);


--
-- Name: events_place; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_place ON public.events USING btree (place_id, day);


--
-- Name: events_type; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX events_type ON public.events USING btree (type, day);


--
-- Name: ix_articles_copy_of; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_articles_copy_of ON public.articles USING btree (copy_of);


--
-- Name: ix_articles_given_id; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_articles_given_id ON public.articles USING btree (given_id);


--
-- Name: ix_articles_key; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_articles_key ON public.articles USING btree (key);


--
-- Name: ix_articles_outlet; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_articles_outlet ON public.articles USING btree (outlet);


--
-- Name: ix_articles_page; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_articles_page ON public.articles USING btree (page);


--
-- Name: ix_articles_published; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_articles_published ON public.articles USING btree (published);


--
-- Name: ix_judgements_left; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_judgements_left ON public.judgements USING btree ("left");


--
-- Name: ix_judgements_right; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_judgements_right ON public.judgements USING btree ("right");


--
-- Name: ix_mentions_article; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_mentions_article ON public.mentions USING btree (article);


--
-- Name: ix_mentions_event; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_mentions_event ON public.mentions USING btree (event);


--
-- Name: ix_mentions_published; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX ix_mentions_published ON public.mentions USING btree (published);


--
-- Name: mentions_account; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX mentions_account ON public.mentions USING btree (account);


--
-- Name: parties_code; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX parties_code ON public.parties USING btree (code, day, event);


--
-- Name: search_stems; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX search_stems ON public.search USING gin (to_tsvector('simple'::regconfig, stems));


--
-- Name: search_words; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX search_words ON public.search USING gin (to_tsvector('simple'::regconfig, words));


--
-- Name: articles articles_page_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_page_fkey FOREIGN KEY (page) REFERENCES public.pages(sha256);


--
-- Name: articles articles_run_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.articles
    ADD CONSTRAINT articles_run_fkey FOREIGN KEY (run) REFERENCES public.runs(id);


--
-- Name: failures failures_run_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.failures
    ADD CONSTRAINT failures_run_fkey FOREIGN KEY (run) REFERENCES public.runs(id);


--
-- Name: judgements judgements_run_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.judgements
    ADD CONSTRAINT judgements_run_fkey FOREIGN KEY (run) REFERENCES public.runs(id);


--
-- Name: mentions mentions_article_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_article_fkey FOREIGN KEY (article) REFERENCES public.articles(id);


--
-- Name: mentions mentions_retired_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_retired_fkey FOREIGN KEY (retired) REFERENCES public.runs(id);


--
-- Name: mentions mentions_run_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.mentions
    ADD CONSTRAINT mentions_run_fkey FOREIGN KEY (run) REFERENCES public.runs(id);


--
-- Name: pages pages_run_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.pages
    ADD CONSTRAINT pages_run_fkey FOREIGN KEY (run) REFERENCES public.runs(id);


--
-- Name: parties parties_event_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.parties
    ADD CONSTRAINT parties_event_fkey FOREIGN KEY (event) REFERENCES public.events(id);


--
-- Name: search search_mention_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.search
    ADD CONSTRAINT search_mention_fkey FOREIGN KEY (mention) REFERENCES public.mentions(id);


--
-- Name: sightings sightings_page_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.sightings
    ADD CONSTRAINT sightings_page_fkey FOREIGN KEY (page) REFERENCES public.pages(sha256);


--
-- PostgreSQL database dump complete
--



