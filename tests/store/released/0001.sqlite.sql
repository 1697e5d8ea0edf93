CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
CREATE TABLE blocks (
	block BIGINT NOT NULL, 
	account TEXT NOT NULL, 
	PRIMARY KEY (block, account)
)
 WITHOUT ROWID

;
CREATE TABLE changes (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	kind TEXT NOT NULL, 
	what TEXT NOT NULL, 
	thing TEXT NOT NULL, 
	"into" TEXT, 
	PRIMARY KEY (id)
);
CREATE TABLE events (
	id TEXT NOT NULL, 
	state TEXT NOT NULL, 
	merged_into TEXT, 
	type TEXT NOT NULL, 
	factuality TEXT, 
	start DATE, 
	"end" DATE, 
	day DATE, 
	place_id TEXT, 
	place_name TEXT, 
	place_precision TEXT, 
	country TEXT, 
	lat FLOAT, 
	lon FLOAT, 
	radius_km FLOAT, 
	cell INTEGER, 
	quantity_low FLOAT, 
	quantity_high FLOAT, 
	munitions_low FLOAT, 
	munitions_high FLOAT, 
	fatalities_low FLOAT, 
	fatalities_high FLOAT, 
	wounded_low FLOAT, 
	wounded_high FLOAT, 
	mentions INTEGER NOT NULL, 
	articles INTEGER NOT NULL, 
	evidence INTEGER NOT NULL, 
	outlets INTEGER NOT NULL, 
	"conflict" BOOLEAN NOT NULL, 
	lead TEXT NOT NULL, 
	first_published DATE, 
	last_published DATE, 
	updated_at DATETIME NOT NULL, 
	PRIMARY KEY (id)
);
CREATE INDEX events_cell ON events (cell, day);
CREATE INDEX events_country ON events (country, day);
CREATE INDEX events_day ON events (state, day);
CREATE INDEX events_place ON events (place_id, day);
CREATE INDEX events_type ON events (type, day);
CREATE TABLE runs (
	id INTEGER NOT NULL, 
	command TEXT NOT NULL, 
	coder TEXT NOT NULL, 
	data TEXT NOT NULL, 
	started_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	PRIMARY KEY (id)
);
CREATE TABLE timeline (
	month TEXT NOT NULL, 
	type TEXT NOT NULL, 
	country TEXT NOT NULL, 
	events INTEGER NOT NULL, 
	mentions INTEGER NOT NULL, 
	PRIMARY KEY (month, type, country)
);
CREATE TABLE failures (
	id INTEGER NOT NULL, 
	run INTEGER NOT NULL, 
	source TEXT NOT NULL, 
	sha256 TEXT, 
	room TEXT NOT NULL, 
	error TEXT NOT NULL, 
	message TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
CREATE TABLE judgements (
	id INTEGER NOT NULL, 
	level TEXT NOT NULL, 
	"left" TEXT NOT NULL, 
	"right" TEXT NOT NULL, 
	judgement TEXT NOT NULL, 
	score FLOAT, 
	reasons TEXT NOT NULL, 
	who TEXT NOT NULL, 
	human BOOLEAN NOT NULL, 
	at DATETIME NOT NULL, 
	undone DATETIME, 
	run INTEGER, 
	PRIMARY KEY (id), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
CREATE INDEX ix_judgements_left ON judgements ("left");
CREATE INDEX ix_judgements_right ON judgements ("right");
CREATE TABLE pages (
	sha256 TEXT NOT NULL, 
	media TEXT NOT NULL, 
	bytes BLOB, 
	size INTEGER NOT NULL, 
	fetched_at DATETIME, 
	added_at DATETIME NOT NULL, 
	run INTEGER NOT NULL, 
	PRIMARY KEY (sha256), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
CREATE TABLE parties (
	event TEXT NOT NULL, 
	role TEXT NOT NULL, 
	code TEXT NOT NULL, 
	day DATE, 
	PRIMARY KEY (event, role, code), 
	FOREIGN KEY(event) REFERENCES events (id)
);
CREATE INDEX parties_code ON parties (code, day, event);
CREATE TABLE articles (
	id TEXT NOT NULL, 
	page TEXT NOT NULL, 
	given_id TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	current BOOLEAN NOT NULL, 
	source TEXT NOT NULL, 
	outlet TEXT, 
	url TEXT, 
	title TEXT NOT NULL, 
	text TEXT NOT NULL, 
	published DATE, 
	published_source TEXT, 
	defects TEXT NOT NULL, 
	runs TEXT NOT NULL, 
	copy_of TEXT, 
	signature BLOB, 
	linked BOOLEAN NOT NULL, 
	run INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(page) REFERENCES pages (sha256), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
CREATE INDEX articles_unlinked ON articles (linked) WHERE linked IS 0;
CREATE INDEX ix_articles_copy_of ON articles (copy_of);
CREATE INDEX ix_articles_given_id ON articles (given_id);
CREATE INDEX ix_articles_key ON articles ("key");
CREATE INDEX ix_articles_outlet ON articles (outlet);
CREATE INDEX ix_articles_page ON articles (page);
CREATE INDEX ix_articles_published ON articles (published);
CREATE TABLE sightings (
	page TEXT NOT NULL, 
	source TEXT NOT NULL, 
	seen_at DATETIME NOT NULL, 
	PRIMARY KEY (page, source), 
	FOREIGN KEY(page) REFERENCES pages (sha256)
);
CREATE TABLE mentions (
	id TEXT NOT NULL, 
	article TEXT NOT NULL, 
	account TEXT NOT NULL, 
	event TEXT, 
	retired INTEGER, 
	type TEXT NOT NULL, 
	frame TEXT NOT NULL, 
	"trigger" TEXT NOT NULL, 
	start INTEGER NOT NULL, 
	"end" INTEGER NOT NULL, 
	quote TEXT NOT NULL, 
	quote_start INTEGER NOT NULL, 
	title BOOLEAN NOT NULL, 
	factuality TEXT NOT NULL, 
	attribution TEXT, 
	actors TEXT NOT NULL, 
	recipients TEXT NOT NULL, 
	place_id TEXT, 
	place_name TEXT, 
	place_kind TEXT, 
	place_precision TEXT, 
	place_role TEXT, 
	country TEXT, 
	lat FLOAT, 
	lon FLOAT, 
	radius_km FLOAT, 
	since DATE, 
	until DATE, 
	date_precision TEXT, 
	date_basis TEXT, 
	quantity_low FLOAT, 
	quantity_high FLOAT, 
	quantity_unit TEXT, 
	munitions_low FLOAT, 
	munitions_high FLOAT, 
	munitions_unit TEXT, 
	fatalities_low FLOAT, 
	fatalities_high FLOAT, 
	wounded_low FLOAT, 
	wounded_high FLOAT, 
	outlet TEXT, 
	published DATE, 
	evidence TEXT NOT NULL, 
	run INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(article) REFERENCES articles (id), 
	FOREIGN KEY(retired) REFERENCES runs (id), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
CREATE INDEX ix_mentions_article ON mentions (article);
CREATE INDEX ix_mentions_event ON mentions (event);
CREATE INDEX ix_mentions_published ON mentions (published);
CREATE INDEX mentions_account ON mentions (account);
CREATE TABLE search (
	n INTEGER NOT NULL, 
	mention TEXT NOT NULL, 
	words TEXT NOT NULL, 
	stems TEXT NOT NULL, 
	PRIMARY KEY (n), 
	FOREIGN KEY(mention) REFERENCES mentions (id), 
	UNIQUE (mention)
);
CREATE VIRTUAL TABLE search_keys USING fts5(words, stems, content='search', content_rowid='n', tokenize="unicode61 remove_diacritics 0");
INSERT INTO "alembic_version" VALUES ('0001');
INSERT INTO "blocks" VALUES (-8272705087148241680,'ac77399690f20ddf7/e1');
INSERT INTO "blocks" VALUES (-6055846398973749179,'ab1f2e4771970447f/e1');
INSERT INTO "blocks" VALUES (-1188419782417975585,'ab1f2e4771970447f/e1');
INSERT INTO "blocks" VALUES (3228450243673512732,'a7670e0448f2d19cc/e1');
INSERT INTO "blocks" VALUES (3228450243673512732,'ab1f2e4771970447f/e1');
INSERT INTO "blocks" VALUES (3228450243673512732,'ac77399690f20ddf7/e1');
INSERT INTO "blocks" VALUES (3289432100347605862,'a7670e0448f2d19cc/e1');
INSERT INTO "blocks" VALUES (5819116414357797009,'a7670e0448f2d19cc/e1');
INSERT INTO "blocks" VALUES (8103752948310035794,'a7670e0448f2d19cc/e1');
INSERT INTO "blocks" VALUES (8103752948310035794,'ab1f2e4771970447f/e1');
INSERT INTO "blocks" VALUES (8103752948310035794,'ac77399690f20ddf7/e1');
INSERT INTO "events" VALUES ('e6ebadc5992085e61','active',NULL,'attack','happened','2022-06-15','2022-06-15','2022-06-15','gn:2457163','غاو','town','ML',16.27167,-0.04472,NULL,38339,NULL,NULL,NULL,NULL,7.0,7.0,NULL,NULL,2,1,1,1,0,'m4c8eebea155ade68','2022-06-16','2022-06-16','2026-11-25 07:05:36.000000');
INSERT INTO "events" VALUES ('ebd30db0277bb2dd6','active',NULL,'attack','happened','2022-06-15','2022-06-15','2022-06-15','gn:2457163','غاو','town','ML',16.27167,-0.04472,NULL,38339,NULL,NULL,NULL,NULL,8.0,8.0,NULL,NULL,1,1,1,1,0,'m8c0dbbd6d3ba3de3','2022-06-16','2022-06-16','2026-11-25 07:05:36.000000');
INSERT INTO "runs" VALUES (1,'add','0.1.0','99c3c813d851e3bf','2026-11-25 07:05:35.000000','2026-11-25 07:05:36.000000');
INSERT INTO "runs" VALUES (2,'add','0.1.0','99c3c813d851e3bf','2026-11-25 07:05:36.000000','2026-11-25 07:05:36.000000');
INSERT INTO "timeline" VALUES ('2022-06','attack','ML',2,3);
INSERT INTO "failures" VALUES (1,2,'/tmp/tmpkurl10wt/later.jsonl#2',NULL,'intake','SourceUnreadable','/tmp/tmpkurl10wt/later.jsonl#2: expected a JSON object with "title" and "text", found broken JSON (Expecting property name enclosed in double quotes at character 2); mend or drop the line','2026-11-25 07:05:36.000000');
INSERT INTO "judgements" VALUES (1,'event','m367064670fdccc93','m46ce976b09e6e4d4','same',0.978546,'[["type", "same", 1.0], ["standing", "alike", 0.5], ["actor", "unknown", 0.0], ["recipient", "unknown", 0.0], ["place", "near", 3.5], ["date", "same", 3.5], ["killed", "other", -1.0], ["moved", "unknown", 0.0], ["text", "much", 5.0]]','marsad',0,'2026-11-25 07:05:36.000000',NULL,1);
INSERT INTO "judgements" VALUES (2,'event','m367064670fdccc93','m8c0dbbd6d3ba3de3','same',0.978546,'[["type", "same", 1.0], ["standing", "alike", 0.5], ["actor", "unknown", 0.0], ["recipient", "unknown", 0.0], ["place", "near", 3.5], ["date", "same", 3.5], ["killed", "other", -1.0], ["moved", "unknown", 0.0], ["text", "much", 5.0]]','marsad',0,'2026-11-25 07:05:36.000000',NULL,2);
INSERT INTO "judgements" VALUES (3,'event','m46ce976b09e6e4d4','m8c0dbbd6d3ba3de3','same',0.992308,'[["type", "same", 1.0], ["standing", "alike", 0.5], ["actor", "unknown", 0.0], ["recipient", "unknown", 0.0], ["place", "same", 5.0], ["date", "same", 3.5], ["killed", "other", -1.0], ["moved", "unknown", 0.0], ["text", "much", 5.0]]','marsad',0,'2026-11-25 07:05:36.000000',NULL,2);
INSERT INTO "judgements" VALUES (4,'event','m4c8eebea155ade68','m8c0dbbd6d3ba3de3','different',NULL,'[]','سلمى',1,'2026-11-25 07:05:36.000000',NULL,NULL);
INSERT INTO "pages" VALUES ('b1f2e4771970447f1fee2950f0a0cc52e2d37c2a0dae744d0bb3dbd1ef0f8c64','record',X'789C8D903D0AC2401085AF326CADC6A4B0C86D141712881A74038258A8F9338D67108BF88B88367A9279B77177D35A58EDBC6F66E70D6F21C2A1F0498C5DD1223149542495D5FD606A880A35310019D67C464AFCE423BFF9447C458E92EF84152A42A175898CF88D145BE20B36C8F598EDF2876B9476A19C5B03ACB1FB6FDF4BE38290F11329DF34CB7F7BE8893B2AAB1B3BF335D345DA349BC23C7CE08735AD79DF3147C5C9200A6781B451785DCF6B777B6DB7675AC9343230502A9EF98E6372E9C8797F1447D2D1A12DBFBE90A697',321,NULL,'2026-11-25 07:05:36.000000',1);
INSERT INTO "pages" VALUES ('7670e0448f2d19cce57765e33653505e52c20c5eee774a21f80ce2e96483c72d','record',X'789C5D90C16AC24010865F65D8733536070FBE8DC50503290DBA41A1F4D06AD274DFA2F4606A2B21241EEC93FCF3369DD980074FCBFEFFCCF7FFCCB34916664666139B3B324FB94BAD0BFFF92251C525A2A8800B7AB4F8267EC391F7FC415C704938F01EBFECD113BFB2277E975FC505E11286F0C33B2E650D7F325A05A4DD8688014457B02C965CA1B90171814E324EEC35EE965A8BDDA8758D18D6D18B21DD687814E8875E5AF84B026B093EE0531038A143AD93673468B551C73BB4ECC7DA37CB1FD264BDB4E14EF1248E4793E9E87EAA56BE4A555C3A97AD6751A4471BDBEDFC314B6D24177DF907F894BA9C',350,NULL,'2026-11-25 07:05:36.000000',1);
INSERT INTO "pages" VALUES ('c77399690f20ddf79c79769356f2b8ac0dd91055f9c5c48c5496fdaa08fb1424','record',X'789C5550BB6EC24010FC95D5D501131714FC0D1127D99251AC701648510A8271CCFD459402E7812C0B28E04B66FF26BB671AAABB99D99959EDAB4967664266199B0732CF85CBAC0B783A4B9571A9304AE097B7D873C51EDFC4EFF8E19277C46BF684AB087598B6ABE0EE75BAF3E04F3E35DADEC31F826BDE924C1CB9C4813D57844B4815DF862BF53422B72A290835B7CA53482EA97F34D0873845F842870617ECF1291138E0884627CF68D14989346ED0B11FEACE79F194A58BC48633C4A3381E8CC683C7B14AC54BA664E25CBE984491DE646857D3799ED9480EF6F60FE91EA536',317,NULL,'2026-11-25 07:05:36.000000',2);
INSERT INTO "parties" VALUES ('e6ebadc5992085e61','actor','UNKNOWN_GUNMEN','2022-06-15');
INSERT INTO "articles" VALUES ('ab1f2e4771970447f','b1f2e4771970447f1fee2950f0a0cc52e2d37c2a0dae744d0bb3dbd1ef0f8c64','n1','https://nahr.example/n1',1,1,'/tmp/tmpkurl10wt/two.jsonl#1','nahr','https://nahr.example/n1','مقتل سبعة جنود في هجوم على ثكنة في غاو','مقتل سبعة جنود في هجوم على ثكنة في غاو

قُتل سبعة جنود في هجوم شنه مسلحون على ثكنة في مدينة غاو شمالي مالي الأربعاء.','2022-06-16','record','[]','[[0, 0, 38], [40, 40, 76]]',NULL,X'733B13C4441DB29F404C483F9E4A3569C4F634C0E947DAC1AC4992CB8A0F43C1415D01C0726E5A2949D849C4A36B4B20717B58C29A3D29C01626E04B406FE9C0428D7A2D9E8CD88DC5236B05D9EF2EC1B08EB18C6F0485BCD1ECF63E2D3030C6503CBB15730687091D81C60E169DC7C2B4C5D4AE4B04B18C7F10F121DAAFC304E9326FA521B9C9A38504F5672DEC06C4A212E7577885BDCB27111B36FA6DE4519CFFACC284C480C0468D285BD8B04509FB13D8C059C233456FCB46870B9106CAB97740C1628A03A4B2A01DC04C7674C11B8AC5C346FDB40158E0DCC249A65AC79D395E1834D0EC2DA8E16619610380524C739BC1396145C47782AC44C1769544',1,1);
INSERT INTO "articles" VALUES ('a7670e0448f2d19cc','7670e0448f2d19cce57765e33653505e52c20c5eee774a21f80ce2e96483c72d','w2','https://wadi.example/w2',1,0,'/tmp/tmpkurl10wt/two.jsonl#2','wadi','https://wadi.example/w2','عشرة قتلى من الجيش في هجوم على ثكنة غاو','عشرة قتلى من الجيش في هجوم على ثكنة غاو

قتل عشرة جنود في هجوم مسلحين على ثكنة بمدينة غاو في شمال مالي يوم الأربعاء بحسب مصدر عسكري.','2022-06-16','record','[]','[[0, 0, 39], [41, 41, 91]]',NULL,X'7E62CB63D8E59270D97CEA6BAA14E3C096EF7D50BD6903631D050B3B9EEF7A3F9AA8B08EDBB90FC0BB28AE38A1F339C0717B58C2D8AC6C1906FFEC9572F5148FE7FAFEC3C03D7992FB60C97E8E7F6718D1E8C3C4A39F306B878BAF7B66F3D9BF5E1469546D702C68073F4353102CC8774F495723AB21F5287F10F121DAAFC30461899502A4168CB4D2D6D39DF3F7591455D3628B197980971276182E5956841A343923459BBB88C3468D285B0CBAD1049C4A43B141C459169D63393A0825602F635FDD49EC28FDC3906D3F78406AE53419D2863A13311DC0F8D5F537C5545E3EEC15C48D34D0EC2D4C049EAB6103805236477F895E60D0C7AD90EA26DE424317',1,1);
INSERT INTO "articles" VALUES ('ac77399690f20ddf7','c77399690f20ddf79c79769356f2b8ac0dd91055f9c5c48c5496fdaa08fb1424','w2','https://wadi.example/w2',2,1,'/tmp/tmpkurl10wt/later.jsonl#1','wadi','https://wadi.example/w2','ثمانية قتلى في غاو','ثمانية قتلى في غاو

قتل ثمانية جنود في هجوم مسلحين على ثكنة بمدينة غاو في شمال مالي يوم الأربعاء بحسب مصدر عسكري.','2022-06-16','record','[]','[[0, 0, 18], [20, 20, 93]]',NULL,X'7E62CB63D8E59270BA9030A1AA14E3C089A4BC15BD690363ACB217446E63A4C216537A125DB03887BB28AE38A1F339C0E7AE7AC26021DFC3B12CDEC638200C55EC0459C2C03D7992D8DAB8C9F71B7BC6CA1BF3C5A39F306B878BAF7B66F3D9BF5E146954B4A1C7991D81C60E102CC8774F495723AB21F528826B76C19263B4C339422B6DA4168CB4D2D6D39DF3F7591455D3628B7071D0C0BAC083C02ED9A26BF7DAEAC20334468A468D285B0CBAD10431E57B6041C459169D63393A0825602F635FDD49EC28FDC31BA92306D18AE7C019D2863A13311DC0AC82BAC3C5545E3E18ACAA5B34D0EC2D0AAE5BC2C6FBF1C236477F895E60D0C7AD90EA26DE424317',1,2);
INSERT INTO "sightings" VALUES ('b1f2e4771970447f1fee2950f0a0cc52e2d37c2a0dae744d0bb3dbd1ef0f8c64','/tmp/tmpkurl10wt/two.jsonl#1','2026-11-25 07:05:36.000000');
INSERT INTO "sightings" VALUES ('7670e0448f2d19cce57765e33653505e52c20c5eee774a21f80ce2e96483c72d','/tmp/tmpkurl10wt/two.jsonl#2','2026-11-25 07:05:36.000000');
INSERT INTO "sightings" VALUES ('c77399690f20ddf79c79769356f2b8ac0dd91055f9c5c48c5496fdaa08fb1424','/tmp/tmpkurl10wt/later.jsonl#1','2026-11-25 07:05:36.000000');
INSERT INTO "mentions" VALUES ('m46ce976b09e6e4d4','ab1f2e4771970447f','ab1f2e4771970447f/e1','e6ebadc5992085e61',NULL,'attack','attack.attack','هجوم',18,22,'مقتل سبعة جنود في هجوم على ثكنة في غاو',0,1,'happened',NULL,'[]','[]','gn:2457163','غاو','settlement','town','at','ML',16.27167,-0.04472,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,7.0,7.0,NULL,NULL,'nahr','2022-06-16','{"type": "attack", "start": 18, "end": 22, "trigger": "هجوم", "sentence": [0, 38], "actors": [], "recipients": [], "place": {"name": "غاو", "country": "ML", "id": "gn:2457163", "lat": 16.27167, "lon": -0.04472, "precision": "town"}, "place_role": "at", "date": null, "quantity": null, "fatalities": {"low": 7, "high": 7, "unit": "soldier"}, "wounded": null, "factuality": "happened", "attribution": null, "event": "e1", "frame": "attack.attack", "munitions": null, "spans": {"place": [[35, 38]], "fatalities": [[5, 9], [10, 14]], "factuality": [[18, 22]]}, "rules": {"place": "name", "fatalities": "exact", "factuality": "form:masdar"}, "date_text": null, "quantity_text": null}',1);
INSERT INTO "mentions" VALUES ('m4c8eebea155ade68','ab1f2e4771970447f','ab1f2e4771970447f/e1','e6ebadc5992085e61',NULL,'attack','attack.attack','هجوم',58,62,'قُتل سبعة جنود في هجوم شنه مسلحون على ثكنة في مدينة غاو شمالي مالي الأربعاء.',40,0,'happened',NULL,'["UNKNOWN_GUNMEN"]','[]','gn:2457163','غاو','settlement','town','at','ML',16.27167,-0.04472,NULL,'2022-06-15','2022-06-15','day','published',NULL,NULL,NULL,NULL,NULL,NULL,7.0,7.0,NULL,NULL,'nahr','2022-06-16','{"type": "attack", "start": 58, "end": 62, "trigger": "هجوم", "sentence": [40, 116], "actors": ["UNKNOWN_GUNMEN"], "recipients": [], "place": {"name": "مدينة غاو", "country": "ML", "id": "gn:2457163", "lat": 16.27167, "lon": -0.04472, "precision": "town"}, "place_role": "at", "date": {"start": "2022-06-15", "end": "2022-06-15"}, "quantity": null, "fatalities": {"low": 7, "high": 7, "unit": "soldier"}, "wounded": null, "factuality": "happened", "attribution": null, "event": "e1", "frame": "attack.attack", "munitions": null, "spans": {"actors": [[[67, 73]]], "place": [[86, 95]], "date": [[107, 115]], "fatalities": [[45, 49], [50, 54]], "factuality": [[58, 62]]}, "rules": {"actors": ["light:generic"], "place": "head+name", "date": "weekday", "fatalities": "exact", "factuality": "form:masdar"}, "date_text": "الأربعاء", "quantity_text": null}',1);
INSERT INTO "mentions" VALUES ('m367064670fdccc93','a7670e0448f2d19cc','a7670e0448f2d19cc/e1',NULL,NULL,'attack','attack.attack','هجوم',22,26,'عشرة قتلى من الجيش في هجوم على ثكنة غاو',0,1,'happened',NULL,'[]','[]','base:172','قاعدة غاو','base','site','at','ML',16.248,-0.005,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,10.0,10.0,NULL,NULL,'wadi','2022-06-16','{"type": "attack", "start": 22, "end": 26, "trigger": "هجوم", "sentence": [0, 39], "actors": [], "recipients": [], "place": {"name": "ثكنة غاو", "country": "ML", "id": "base:172", "lat": 16.248, "lon": -0.005, "precision": "site"}, "place_role": "at", "date": null, "quantity": null, "fatalities": {"low": 10, "high": 10, "unit": "killed"}, "wounded": null, "factuality": "happened", "attribution": null, "event": "e1", "frame": "attack.attack", "munitions": null, "spans": {"place": [[31, 39]], "fatalities": [[0, 4], [5, 9]], "factuality": [[22, 26]]}, "rules": {"place": "base", "fatalities": "exact", "factuality": "form:masdar"}, "date_text": null, "quantity_text": null}',1);
INSERT INTO "mentions" VALUES ('mb403bfc4f9c776ae','a7670e0448f2d19cc','a7670e0448f2d19cc/e1',NULL,NULL,'attack','attack.attack','هجوم',58,62,'قتل عشرة جنود في هجوم مسلحين على ثكنة بمدينة غاو في شمال مالي يوم الأربعاء بحسب مصدر عسكري.',41,0,'happened','مصدر عسكري','[]','[]','gn:2457163','غاو','settlement','town','at','ML',16.27167,-0.04472,NULL,'2022-06-15','2022-06-15','day','published',NULL,NULL,NULL,NULL,NULL,NULL,10.0,10.0,NULL,NULL,'wadi','2022-06-16','{"type": "attack", "start": 58, "end": 62, "trigger": "هجوم", "sentence": [41, 132], "actors": [], "recipients": [], "place": {"name": "مدينة غاو", "country": "ML", "id": "gn:2457163", "lat": 16.27167, "lon": -0.04472, "precision": "town"}, "place_role": "at", "date": {"start": "2022-06-15", "end": "2022-06-15"}, "quantity": null, "fatalities": {"low": 10, "high": 10, "unit": "soldier"}, "wounded": null, "factuality": "happened", "attribution": "مصدر عسكري", "event": "e1", "frame": "attack.attack", "munitions": null, "spans": {"place": [[80, 89]], "date": [[103, 115]], "fatalities": [[45, 49], [50, 54]], "factuality": [[58, 62]], "attribution": [[121, 131]]}, "rules": {"place": "head+name", "date": "weekday", "fatalities": "exact", "factuality": "form:masdar", "attribution": "source:phrase"}, "date_text": "يوم الأربعاء", "quantity_text": null}',1);
INSERT INTO "mentions" VALUES ('m8c0dbbd6d3ba3de3','ac77399690f20ddf7','ac77399690f20ddf7/e1','ebd30db0277bb2dd6',NULL,'attack','attack.attack','هجوم',39,43,'قتل ثمانية جنود في هجوم مسلحين على ثكنة بمدينة غاو في شمال مالي يوم الأربعاء بحسب مصدر عسكري.',20,0,'happened','مصدر عسكري','[]','[]','gn:2457163','غاو','settlement','town','at','ML',16.27167,-0.04472,NULL,'2022-06-15','2022-06-15','day','published',NULL,NULL,NULL,NULL,NULL,NULL,8.0,8.0,NULL,NULL,'wadi','2022-06-16','{"type": "attack", "start": 39, "end": 43, "trigger": "هجوم", "sentence": [20, 113], "actors": [], "recipients": [], "place": {"name": "مدينة غاو", "country": "ML", "id": "gn:2457163", "lat": 16.27167, "lon": -0.04472, "precision": "town"}, "place_role": "at", "date": {"start": "2022-06-15", "end": "2022-06-15"}, "quantity": null, "fatalities": {"low": 8, "high": 8, "unit": "soldier"}, "wounded": null, "factuality": "happened", "attribution": "مصدر عسكري", "event": "e1", "frame": "attack.attack", "munitions": null, "spans": {"place": [[61, 70]], "date": [[84, 96]], "fatalities": [[24, 30], [31, 35]], "factuality": [[39, 43]], "attribution": [[102, 112]]}, "rules": {"place": "head+name", "date": "weekday", "fatalities": "exact", "factuality": "form:masdar", "attribution": "source:phrase"}, "date_text": "يوم الأربعاء", "quantity_text": null}',2);
INSERT INTO "search" VALUES (1,'m46ce976b09e6e4d4','مقتل سبعه جنود في هجوم علي ثكنه في غاو','مقتل بعه جنود في هجوم علي ثكنه ثكن في غاو');
INSERT INTO "search" VALUES (2,'m4c8eebea155ade68','قتل سبعه جنود في هجوم شنه مسلحون علي ثكنه في مدينه غاو شمالي مالي الاربعاء','قتل بعه جنود في هجوم شنه مسلحون علي ثكنه ثكن في مدينه مدين غاو شمالي شمال مالي مال اربعاء');
INSERT INTO "search" VALUES (3,'m367064670fdccc93','عشره قتلي من الجيش في هجوم علي ثكنه غاو','عشره عشر قتلي قتل من جيش في هجوم علي ثكنه ثكن غاو');
INSERT INTO "search" VALUES (4,'mb403bfc4f9c776ae','قتل عشره جنود في هجوم مسلحين علي ثكنه بمدينه غاو في شمال مالي يوم الاربعاء بحسب مصدر عسكري','قتل عشره عشر جنود في هجوم مسلحين علي ثكنه ثكن مدينه مدين غاو في شمال مالي مال يوم اربعاء حسب مصدر عسكري عسكر');
INSERT INTO "search" VALUES (5,'m8c0dbbd6d3ba3de3','قتل ثمانيه جنود في هجوم مسلحين علي ثكنه بمدينه غاو في شمال مالي يوم الاربعاء بحسب مصدر عسكري','قتل ثمانيه ثماني جنود في هجوم مسلحين علي ثكنه ثكن مدينه مدين غاو في شمال مالي مال يوم اربعاء حسب مصدر عسكري عسكر');
INSERT INTO search_keys(search_keys) VALUES ('rebuild');
